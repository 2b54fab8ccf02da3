/** The list of the inbox, as an agent uses it. */

import { expect, type Locator, type Page } from '@playwright/test'
import { startApproval } from '../api'
import { mapLimited } from '../map-limited'
import { people } from '../stack'
import { caseRow, waitUntilLive } from './console'

/** A viewport in which the list is a table while no case is open. */
export const WIDE = { viewport: { width: 1440, height: 900 } }

/** Starts an approval for each title, of 10, 20, 30 … dollars. */
export const startApprovals = (
  titles: readonly string[],
  wish: Record<string, unknown> = {},
): Promise<string[]> =>
  mapLimited(titles, 8, (title, n) =>
    startApproval(people.supervisor, { title, amountCents: (n + 1) * 1_000, currency: 'USD', ...wish }),
  )

/** Opens a list and waits until all of `count` rows are there and the page reacts to keys. */
export const openList = async (page: Page, path: string, count: number): Promise<void> => {
  await expect(async () => {
    await page.goto(path)
    await expect(caseRow(page, '')).toHaveCount(count, { timeout: 2_000 })
  }).toPass()
  await waitUntilLive(page)
}

export const readTitles = (page: Page): Promise<string[]> => page.locator('a[data-case]').allInnerTexts()
export const selectionBar = (page: Page): Locator => page.getByRole('region', { name: 'Selection' })
export const selectedRows = (page: Page): Locator => page.locator('tr[data-selected=true]')
export const rowLink = (page: Page, title: string): Locator => caseRow(page, title).getByRole('link')
export const rowCheckbox = (page: Page, title: string): Locator => caseRow(page, title).getByRole('checkbox')
