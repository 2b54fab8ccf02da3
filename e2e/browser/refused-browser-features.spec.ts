import { startApproval } from '../support/api'
import { activityEntry, commentField } from '../support/pages/case'
import { approve, caseRow, decisionCard, waitUntilLive } from '../support/pages/console'
import { placeOrderInShop } from '../support/pages/shop'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, supervisor } = people

const throwing = (owner: string, name: string) =>
  `Object.defineProperty(${owner}, '${name}', { configurable: true, get() { throw new DOMException('refused', 'SecurityError') } })`
const missing = (owner: string, name: string) =>
  `Object.defineProperty(${owner}, '${name}', { configurable: true, value: undefined })`

/** What a browser may lack or refuse: by settings, on an insecure origin, in a private window, when its disk is full. */
const REFUSALS = {
  'storage throws': [throwing('window', 'localStorage'), throwing('window', 'sessionStorage')],
  'storage is missing': [missing('window', 'localStorage'), missing('window', 'sessionStorage')],
  'storage is full': [
    `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`,
  ],
  'locks throw': [throwing('Navigator.prototype', 'locks')],
  'locks are refused': [
    `LockManager.prototype.request = () => Promise.reject(new DOMException('refused', 'SecurityError'))`,
  ],
  'channels throw': [
    `window.BroadcastChannel = function () { throw new DOMException('refused', 'SecurityError') }`,
  ],
  'an insecure origin': [
    missing('Navigator.prototype', 'locks'),
    missing('Navigator.prototype', 'clipboard'),
    missing('Crypto.prototype', 'randomUUID'),
    missing('window', 'BroadcastChannel'),
  ],
  'the clipboard, notifications and visibility throw': [
    throwing('Navigator.prototype', 'clipboard'),
    throwing('window', 'Notification'),
    throwing('Document.prototype', 'hidden'),
    throwing('Document.prototype', 'visibilityState'),
  ],
} as const

for (const [name, scripts] of Object.entries(REFUSALS))
  test(`inbox, case and order form work where ${name}`, async ({ open }) => {
    const word = uniqueWord('refused')
    await startApproval(supervisor, { title: `Case ${word}` })
    const page = await open(ana)
    await page.addInitScript(scripts.join('\n'))
    await page.goto(`/inbox?q=${word}`)
    await waitUntilLive(page)
    await caseRow(page, 'Case').getByRole('link').click()
    await commentField(page).fill('Works without')
    await commentField(page).press('Control+Enter')
    await expect(activityEntry(page, 'Works without')).not.toContainText('Sending…')
    await page.keyboard.press('Escape')
    await page.keyboard.press('y')
    await expect(
      page.getByText(/^(?:Link copied|The browser does not let this page copy)$/).first(),
    ).toBeVisible()
    await approve(page)
    await expect(decisionCard(page)).toContainText(`Approved by ${ana.name}`)
    // Whoever orders the same to the same address within minutes is asked first.
    await placeOrderInShop(page, { product: 'Assam tea', quantity: 1, street: `1 ${word} Lane` })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
