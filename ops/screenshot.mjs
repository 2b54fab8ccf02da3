import { statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { chromium } from '@playwright/test'
import { drawReadme } from './pictures/readme.mjs'
import { drawShop } from './pictures/shop.mjs'
import { demoFile } from './stack/demo-json.mjs'
import { readJson } from './stack/files.mjs'
import { LOCAL, ROOT } from './stack/paths.mjs'
import { ensureBrowser } from './test/browser.mjs'

/** `npm run screenshot`: all pictures that are kept, those of the README from the running demo. */

const demo = readJson(demoFile(LOCAL))
if (!demo) throw new Error('Start the demo first: npm run demo')

const { signal } = new AbortController()
const executablePath = await ensureBrowser(() => {}, signal, join(LOCAL, 'logs/browser.log'))
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({ executablePath, args })
try {
  for (const file of [...(await drawShop(browser)), ...(await drawReadme(browser, demo))])
    console.log(`${relative(ROOT, file)}  ${Math.ceil(statSync(file).size / 1024)} KB`)
} finally {
  await browser.close()
}
