/**
 * Measures the inbox of the running demo, first idle and then while orders are imported: the time to open a case and
 * to decide it in one browser, and the time until the browser of a colleague shows the decision.
 */

import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { launchBrowser } from '../browser/launch-browser.mjs'
import { signIn } from '../browser/sign-in.mjs'
import { type Account, type DemoInfo, readDemoFile, STACK_FILE } from '../local/demo/demo-file.mjs'
import { startLoad } from './import-load'
import { TABLE_HEADER, toTableRow } from './percentiles'
import { startApproval } from './start-approval'

const ROUNDS = 30
const WAIT_MS = 30_000

interface Times {
  open: number[]
  decide: number[]
  follow: number[]
}

const openInbox = async (browser: Browser, baseURL: string, account: Account): Promise<Page> => {
  const page = await browser.newPage({ baseURL, viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(WAIT_MS)
  await signIn(page, account, '/inbox')
  return page
}

const card = (page: Page) => page.getByRole('region', { name: 'Decision' })

/** Opens the case by a click in the list and waits until it can be decided. @returns milliseconds */
const open = async (page: Page, caseId: string): Promise<number> => {
  const before = performance.now()
  await page.locator(`a[data-case="${caseId}"]`).first().click()
  await page.waitForFunction((id) => new URL(location.href).searchParams.get('case') === id, caseId)
  await card(page)
    .getByRole('button', { name: /^Approve/ })
    .waitFor()
  return performance.now() - before
}

const round = async (times: Times, [mine, other]: readonly [Page, Page], caseId: string): Promise<void> => {
  await open(other, caseId)
  times.open.push(await open(mine, caseId))
  const before = performance.now()
  const decided = async (page: Page) => {
    await card(page)
      .getByText(/^Approved by/)
      .waitFor()
    return performance.now() - before
  }
  const following = decided(other)
  await card(mine)
    .getByRole('button', { name: /^Approve/ })
    .click()
  times.decide.push(await decided(mine))
  times.follow.push(await following)
}

const measure = async (demo: DemoInfo, pages: readonly [Page, Page], mark: string): Promise<Times> => {
  const times: Times = { open: [], decide: [], follow: [] }
  const caseIds: string[] = []
  for (let i = 0; i < ROUNDS; i++) caseIds.push(await startApproval(demo, `Bench ${mark} ${i}`))
  for (const page of pages) {
    await page.goto(`/inbox?q=${mark}`)
    await page.locator(`a[data-case="${caseIds[0]}"]`).first().waitFor()
  }
  for (const caseId of caseIds) await round(times, pages, caseId)
  return times
}

/** Runs the bench and prints its table. */
export const benchInbox = async (): Promise<void> => {
  const demo = readDemoFile()
  const browser = await launchBrowser()
  try {
    const [ana, ben] = demo.accounts.filter(({ role, groups }) => role === 'agent' && groups.includes('risk'))
    if (!ana || !ben) throw new Error('The demo has no two agents of the group risk')
    const pages = [await openInbox(browser, demo.url, ana), await openInbox(browser, demo.url, ben)] as const
    const mark = () => randomUUID().slice(0, 8)
    const idle = await measure(demo, pages, mark())
    const load = await startLoad(STACK_FILE)
    const underLoad = await measure(demo, pages, mark()).finally(load.stop)
    console.log(`${ROUNDS} cases each, at rest and while an import places ${load.rate()} orders a second\n`)
    console.log(TABLE_HEADER)
    console.log(toTableRow('Open a case', idle.open, underLoad.open))
    console.log(toTableRow('Decide it', idle.decide, underLoad.decide))
    console.log(toTableRow("Until a colleague's screen shows it", idle.follow, underLoad.follow))
  } finally {
    await browser.close()
  }
}
