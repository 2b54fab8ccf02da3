import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn } from '../browser/sign-in.mjs'
import { createApiClient } from '../local/api-client.mjs'
import { ROOT } from '../local/paths.mjs'
import { pollUntil } from '../local/process/poll-until.mjs'

/**
 * The pictures of the README, which go into docs/pictures.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').Browser} Browser
 * @typedef {import('../local/demo/demo-file.mjs').Account} Account
 * @typedef {import('../local/demo/demo-file.mjs').DemoInfo} Demo
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

/** Takes a WebP, half the size of a PNG; Playwright itself cannot write one. @param {Page} page @param {string} name */
const take = async (page, name) => {
  await page.evaluate(() => document.fonts.ready)
  const path = join(FOLDER, `${name}.webp`)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 88 })
  writeFileSync(path, Buffer.from(data, 'base64'))
  return path
}

/** Takes one picture in each theme. @param {Page} page @param {string} name */
const takeBoth = async (page, name) => {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await take(page, name)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await take(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  return [light, dark]
}

/** @param {Page} page */
const waitUntilLive = (page) => page.getByText('live', { exact: true }).first().waitFor()

/** A case, the list and the palette. @param {Page} page @param {string} caseId */
const drawInbox = async (page, caseId) => {
  await page.goto(`/inbox?case=${caseId}`)
  await page.getByRole('button', { name: 'Approve' }).waitFor()
  await waitUntilLive(page)
  const files = await takeBoth(page, 'case')
  await page.goto('/inbox')
  await page.getByRole('row').nth(3).waitFor()
  await waitUntilLive(page)
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
 * Takes the pictures from the running demo. Start it with `-- --reset` before: apart from case numbers, cases and
 * relative times are then the same at every run.
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
  // One sample expires within seconds; without the wait it would be in some pictures and not in others.
  await pollUntil(expired, { timeoutMs: 30_000, everyMs: 200 })
  const { items: claimed } = await call('GET', '/cases?kind=approval&state=CLAIMED&sort=-amount&limit=1')

  /** @param {object} size @param {Account | null} account */
  const open = async (size, account) => {
    const settings = { baseURL: demo.url, locale: 'en-US', timezoneId: 'UTC', ...size }
    const page = await browser.newPage({ ...settings, reducedMotion: 'reduce' })
    if (account) await signIn(page, account, '/account')
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
  await status.goto(demo.sampleStatusUrl ?? '')
  await status.getByRole('heading').first().waitFor()
  await status.waitForLoadState('load')
  return [...files, ...(await takeBoth(status, 'status'))]
}
