import { statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { chromium } from '@playwright/test'
import { demoFilePath } from '../local/demo/demo-file.mjs'
import { readJson } from '../local/files.mjs'
import { LOCAL, ROOT } from '../local/paths.mjs'
import { ensureBrowser } from '../test/ensure-browser.mjs'
import { drawReadme } from './draw-readme.mjs'
import { drawShop } from './draw-shop.mjs'

/** `npm run screenshot`: all pictures that are kept, those of the README from the running demo. */

const demo = readJson(demoFilePath(LOCAL))
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
