import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { apiOf } from './stack/api.mjs'
import { demoFile } from './stack/demo-json.mjs'
import { readJson } from './stack/files.mjs'
import { LOCAL, ROOT } from './stack/paths.mjs'
import { ensureBrowser } from './test/browser.mjs'

/** `npm run screenshot`: the inbox of the running demo, as an agent sees it, to docs/screenshot.png. */

const SIZE = { width: 1440, height: 900 }
const FILE = join(ROOT, 'docs/screenshot.png')

const demo = readJson(demoFile(LOCAL))
if (!demo) throw new Error('Start the demo first: npm run demo')
/** @type {import('./stack/demo-json.mjs').Account[]} */
const accounts = demo.accounts
const agent = accounts.find(({ role, groups }) => role === 'agent' && groups.includes('risk'))
if (!agent) throw new Error('The demo has no agent')

const { signal } = new AbortController()
const executablePath = await ensureBrowser(() => {}, signal, join(LOCAL, 'logs/browser.log'))
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({ executablePath, args })
try {
  const page = await browser.newPage({ baseURL: demo.url, viewport: SIZE, deviceScaleFactor: 2 })
  await page.goto('/sign-in?next=/inbox')
  await page.getByLabel('E-mail').fill(agent.email)
  await page.getByLabel('Password', { exact: true }).fill(agent.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(({ pathname }) => pathname === '/inbox')
  const { items } = await apiOf(demo.url, agent.apiToken)(
    'GET',
    '/cases?kind=approval&state=CLAIMED&sort=-amount&limit=1',
  )
  await page.goto(`/inbox?case=${items[0].caseId}`)
  await page.getByRole('button', { name: 'Approve' }).waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: FILE })
  console.log(FILE)
} finally {
  await browser.close()
}
