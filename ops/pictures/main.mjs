import { statSync } from 'node:fs'
import { relative } from 'node:path'
import { launchBrowser } from '../browser/launch-browser.mjs'
import { readDemoFile } from '../local/demo/demo-file.mjs'
import { ROOT } from '../local/paths.mjs'
import { drawReadme } from './draw-readme.mjs'
import { drawShop } from './draw-shop.mjs'

/** `npm run screenshot`: draws the pictures of the README from the running demo, and those of `public/`. */

const demo = readDemoFile()
const browser = await launchBrowser()
try {
  for (const file of [...(await drawShop(browser)), ...(await drawReadme(browser, demo))])
    console.log(`${relative(ROOT, file)}  ${Math.ceil(statSync(file).size / 1024)} KB`)
} finally {
  await browser.close()
}
