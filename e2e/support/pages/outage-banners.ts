/** The console during an outage. */

import type { Page } from '@playwright/test'
import { decisionCard } from './console'

/** Time until a banner shows: the browser polls the status every 10 s, sooner after a failure. */
export const UNTIL_NOTICED = { timeout: 30_000 }
/** Limit for a page or a response during an outage, on a busy machine. */
export const PAGE_MS = 6_000
export const STALE = 'This may be older than it looks'

export const outageBanners = (page: Page) => page.getByRole('region', { name: 'Outages' })
export const outageBanner = (page: Page, title: string) =>
  outageBanners(page).getByRole('status').filter({ hasText: title })
export const approvedText = (page: Page) => decisionCard(page).getByText(/^Approved by/)
export const caseLinks = (page: Page) => page.locator('a[data-case]')

/** Ignores failed requests and React's error 441, which an outage causes. */
export const expectFailures = (watch: { expectComplaint(pattern: RegExp): void }) =>
  watch.expectComplaint(/status of (?:50\d|202)|ERR_|Failed to load resource|React error #441/)

/** Opens a page. @returns milliseconds until its first byte */
export const openTimed = async (page: Page, path: string): Promise<number> => {
  const startedAt = Date.now()
  await page.goto(path, { waitUntil: 'commit' })
  return Date.now() - startedAt
}
