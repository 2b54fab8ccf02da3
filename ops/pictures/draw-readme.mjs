import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApiClient } from '../local/demo/api-client.mjs'
import { ROOT } from '../local/paths.mjs'
import { pollUntil } from '../local/process/poll-until.mjs'

/**
 * What the README shows of the product, as people see it, into docs/pictures.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').Browser} Browser
 * @typedef {import('../local/demo/demo-file.mjs').Account} Account
 * @typedef {{ url: string, accounts: Account[], sampleStatusUrl: string }} Demo
 */

const FOLDER = join(ROOT, 'docs/pictures')
const DESK = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 }
const PHONE = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5 }

/** @param {Demo} demo @param {(account: Account) => boolean} match */
const requireAccount = ({ accounts }, match) => {
  const account = accounts.find(match)
  if (!account) throw new Error('The demo lacks an account')
  return account
}

/** @param {Page} page @param {Account} account */
const signIn = async (page, { email, password }) => {
  await page.goto('/sign-in?next=/account')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(({ pathname }) => pathname === '/account')
}

/** WebP, of half the weight of PNG, which Playwright cannot write by itself. @param {Page} page @param {string} name */
const take = async (page, name) => {
  await page.evaluate(() => document.fonts.ready)
  const path = join(FOLDER, `${name}.webp`)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 88 })
  writeFileSync(path, Buffer.from(data, 'base64'))
  return path
}

/** Light, and then dark by the system's setting. @param {Page} page @param {string} name */
const takeBoth = async (page, name) => {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await take(page, name)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await take(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  return [light, dark]
}

/** @param {Page} page */
const isLive = (page) => page.getByText('live', { exact: true }).first().waitFor()

/** What an agent sees. @param {Page} page @param {string} caseId */
const drawInbox = async (page, caseId) => {
  await page.goto(`/inbox?case=${caseId}`)
  await page.getByRole('button', { name: 'Approve' }).waitFor()
  await isLive(page)
  const files = await takeBoth(page, 'case')
  await page.goto('/inbox')
  await page.getByRole('row').nth(3).waitFor()
  await isLive(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  files.push(await take(page, 'inbox'))
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('laptop')
  await page.getByRole('dialog').getByRole('status').filter({ hasText: 'result' }).waitFor()
  files.push(await take(page, 'palette'))
  return files
}

/**
 * Takes them from the running demo. Start it afresh before (`-- --reset`): the words about time and the cases are
 * then the same at every run, their numbers aside.
 * @param {Browser} browser
 * @param {Demo} demo
 * @returns {Promise<string[]>} the files
 */
export const drawReadme = async (browser, demo) => {
  mkdirSync(FOLDER, { recursive: true })
  const agent = requireAccount(demo, ({ role, groups }) => role === 'agent' && groups.includes('risk'))
  const call = createApiClient(demo.url, agent.apiToken)
  const expired = async () =>
    (await call('GET', '/cases?kind=approval&state=EXPIRED&limit=1')).items.length > 0
  // One sample expires seconds after it was asked; it would stand in one picture and not in the next.
  await pollUntil(expired, { timeoutMs: 30_000, everyMs: 200 })
  const { items: claimed } = await call('GET', '/cases?kind=approval&state=CLAIMED&sort=-amount&limit=1')

  /** @param {object} size @param {Account | null} account */
  const open = async (size, account) => {
    const settings = { baseURL: demo.url, locale: 'en-US', timezoneId: 'UTC', ...size }
    const page = await browser.newPage({ ...settings, reducedMotion: 'reduce' })
    if (account) await signIn(page, account)
    return page
  }

  const inbox = await open(DESK, agent)
  const files = await drawInbox(inbox, claimed[0].caseId)
  await inbox.close()

  const reports = await open(
    DESK,
    requireAccount(demo, ({ role }) => role === 'supervisor'),
  )
  await reports.goto('/reports?days=7')
  await reports.getByRole('table').first().waitFor()
  await reports.waitForLoadState('networkidle')
  files.push(await take(reports, 'reports'))
  await reports.close()

  const status = await open(PHONE, null)
  await status.goto(demo.sampleStatusUrl)
  await status.getByRole('heading').first().waitFor()
  await status.waitForLoadState('load')
  return [...files, ...(await takeBoth(status, 'status'))]
}
