/**
 * The inbox while orders are imported: how long opening a case and deciding it take in one browser, and how long
 * until the browser of a colleague shows the decision. Against the running demo, first at rest, then under load.
 */

import { type Browser, chromium, type Page } from '@playwright/test'
import { type Demo, readDemo, STACK_FILE, startApproval } from './demo'
import { startLoad } from './import-load'
import { TABLE_HEADER, toTableRow } from './percentiles'

const ROUNDS = 30
const WAIT_MS = 30_000

interface Times {
  open: number[]
  decide: number[]
  follow: number[]
}

const signIn = async (browser: Browser, demo: Demo, name: string): Promise<Page> => {
  const account = demo.accounts.find((one) => one.name === name)
  if (!account) throw new Error(`The demo has no ${name}`)
  const page = await browser.newPage({ baseURL: demo.url, viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(WAIT_MS)
  await page.goto('/sign-in?next=/inbox')
  await page.getByLabel('E-mail').fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/inbox/)
  return page
}

const card = (page: Page) => page.getByRole('region', { name: 'Decision' })

/** Opens the case from the list, as a click does, and waits until it can be decided. */
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

const measure = async (demo: Demo, pages: readonly [Page, Page], mark: string): Promise<Times> => {
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

/** Runs the bench and prints it. @param executablePath a Chromium */
export const benchInbox = async (executablePath: string): Promise<void> => {
  const demo = readDemo()
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  try {
    const [ana, ben] = demo.accounts.filter(
      ({ role, groups }) => role === 'agent' && groups?.includes('risk'),
    )
    if (!ana || !ben) throw new Error('The demo has no two agents of the group risk')
    const pages = [await signIn(browser, demo, ana.name), await signIn(browser, demo, ben.name)] as const
    const mark = () => Math.random().toString(36).slice(2, 10)
    const atRest = await measure(demo, pages, mark())
    const load = await startLoad(STACK_FILE)
    const underLoad = await measure(demo, pages, mark()).finally(load.stop)
    console.log(`${ROUNDS} cases each, at rest and while an import places ${load.rate()} orders a second\n`)
    console.log(TABLE_HEADER)
    console.log(toTableRow('Open a case', atRest.open, underLoad.open))
    console.log(toTableRow('Decide it', atRest.decide, underLoad.decide))
    console.log(toTableRow("Until a colleague's screen shows it", atRest.follow, underLoad.follow))
  } finally {
    await browser.close()
  }
}
