import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../local/paths.mjs'

/** @typedef {{ width: number, height: number }} Size */

const FONT = join(ROOT, 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')
const MARK = readFileSync(join(ROOT, 'public/favicon.svg'), 'utf8')
const STEPS = ['Placed', 'Checked', 'Paid', 'Shipped', 'Delivered']

const font = `@font-face { font-family: Inter; src: url(data:font/woff2;base64,${readFileSync(FONT, 'base64')}); font-weight: 100 900 }`

const CARD = `<style>${font}
  * { margin: 0; box-sizing: border-box }
  body { width: 1200px; height: 630px; padding: 88px; background: #f7f7f8; color: #1a1a1f; font-family: Inter;
    display: flex; flex-direction: column; justify-content: space-between }
  header { display: flex; align-items: center; gap: 28px; font-size: 44px; font-weight: 600 }
  header svg { width: 88px; height: 88px }
  h1 { font-size: 76px; line-height: 1.1; letter-spacing: -0.02em; font-weight: 650; max-width: 900px }
  ol { display: flex; list-style: none; padding: 0 }
  li { flex: 1; position: relative; font-size: 28px; color: #56565f; padding-top: 56px }
  li::before { content: ''; position: absolute; top: 0; left: 0; width: 32px; height: 32px; border-radius: 50%;
    border: 4px solid #8b8b95; background: #fff; z-index: 1 }
  li::after { content: ''; position: absolute; top: 14px; left: 32px; right: 0; height: 4px; background: #e3e3e8 }
  li:last-child::after { display: none }
  li.done { color: #1a1a1f }
  li.done::before { border-color: #1b6e3c; background: #1b6e3c }
  li.done::after { background: #1b6e3c }
</style>
<header>${MARK}Corner Store</header>
<h1>Order in a minute. Follow it to your door.</h1>
<ol>${STEPS.map((step, index) => `<li class="${index < 3 ? 'done' : ''}">${step}</li>`).join('')}</ol>`

/** Without rounded corners: home screens round them. */
const ICON = `<style>* { margin: 0 } svg { display: block; width: 180px; height: 180px }</style>${MARK.replace(' rx="8"', '')}`

/** @param {import('@playwright/test').Browser} browser @param {string} name @param {string} html @param {Size} size */
const draw = async (browser, name, html, size) => {
  const page = await browser.newPage({ viewport: size })
  await page.setContent(html)
  await page.evaluate(() => document.fonts.ready)
  const path = join(ROOT, 'public', name)
  await page.screenshot({ path })
  await page.close()
  return path
}

/** Draws the card of shared links and the icon of home screens. @param {import('@playwright/test').Browser} browser */
export const drawShop = async (browser) => [
  await draw(browser, 'social-card.png', CARD, { width: 1200, height: 630 }),
  await draw(browser, 'apple-touch-icon.png', ICON, { width: 180, height: 180 }),
]
