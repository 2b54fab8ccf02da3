import type { Page } from '@playwright/test'
import { decide, placeOrder, placeWaitingOrder, waitForOrderState } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { toStatusPath } from '../support/pages/shop'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, customer } = people
const GERMAN = { locale: 'de-DE' }
const html = (page: Page) => page.locator('html')

/** The texts of a page, including accessible names. */
const readTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts = [document.title]
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('script, style, option, noscript')) texts.push(node.textContent ?? '')
    for (const named of document.querySelectorAll('[aria-label], [title]'))
      texts.push(named.getAttribute('aria-label') ?? named.getAttribute('title') ?? '')
    return texts.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text))
  })

/** Texts that are the same in every language: names of people, places and products. */
const isName = (text: string, names: RegExp) => names.test(text)

/** Opens a page in both languages. @returns the texts that are the same in both */
const sharedWords = async (open: (options: object) => Promise<Page>, path: string) => {
  const [english, german] = [await open({ locale: 'en-GB' }), await open(GERMAN)]
  for (const page of [english, german]) {
    await page.goto(path)
    await page.waitForLoadState('load')
    await expect(page.getByRole('heading').first()).toBeVisible()
  }
  const englishTexts = new Set(await readTexts(english))
  return { german, shared: (await readTexts(german)).filter((text) => englishTexts.has(text)) }
}

const STATES = {
  waiting: async () => (await placeWaitingOrder(customer)).order,
  delivered: async () => {
    const order = await placeOrder(customer)
    await waitForOrderState(ana, order.orderId, 'COMPLETED')
    return order
  },
  'turned down': async () => {
    const { order, approvalId } = await placeWaitingOrder(customer)
    await decide(ana, approvalId, { decision: 'rejected', comment: 'Straße fehlt' })
    await waitForOrderState(ana, order.orderId, 'CANCELLED')
    return order
  },
  declined: async () => {
    const order = await placeOrder(customer, { paymentToken: 'tok_declined' })
    await waitForOrderState(ana, order.orderId, 'FAILED')
    return order
  },
}

for (const [name, place] of Object.entries(STATES))
  test(`the page of an order that is ${name} has no English text in a German browser`, async ({ open }) => {
    const path = toStatusPath(await place())
    const { german, shared } = await sharedWords((options) => open(null, options), path)
    await expect(html(german)).toHaveAttribute('lang', 'de')
    await expect(german).toHaveTitle(/ · Bestellung [0-9A-Z]{8}$/)
    expect(
      shared.filter(
        (text) =>
          !isName(
            text,
            /^(Corner Store|English|Deutsch|Ada Byron.*|London|14-inch laptop|.*mug|Straße fehlt)$/,
          ),
      ),
    ).toEqual([])
    expect(await findAccessibilityViolations(german)).toEqual([])
  })

test('the form has no English text in a German browser, and refuses in German', async ({ open }) => {
  const { german, shared } = await sharedWords((options) => open(null, options), '/order')
  const products = await german
    .getByRole('listitem')
    .locator('h3, h3 ~ *, p')
    .evaluateAll((nodes) => nodes.map((node) => node.textContent?.trim()))
  expect(
    shared.filter((text) => !products.includes(text) && !isName(text, /^(Corner Store|English|Deutsch)$/)),
  ).toEqual([])
  await expect(german.getByLabel('Land', { exact: true })).toHaveValue('DE')
  await german.getByRole('button', { name: 'Zahlungspflichtig bestellen' }).click()
  await expect(german.getByText('Geben Sie den Ort ein.').first()).toBeVisible()
  expect(await findAccessibilityViolations(german)).toEqual([])
})

test('money and dates follow the locale of the browser', async ({ open }) => {
  const { order } = await placeWaitingOrder(customer)
  const page = await open(null, GERMAN)
  await page.goto(toStatusPath(order))
  await expect(page.getByText('1.299,00\u00a0$').first()).toBeVisible()
  await expect(page.getByText(/Wir wollen bis \d+\. \p{L}+ um \d\d:\d\d fertig sein\./u)).toBeVisible()
  await expect(page.getByText('London')).toContainText('Vereinigtes Königreich')
})

test('a switched language is remembered, and the input stays', async ({ open }) => {
  const page = await open(null, GERMAN)
  await page.goto('/order')
  await page.getByLabel('Vor- und Nachname').fill('Ada Byron')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByLabel('Full name')).toHaveValue('Ada Byron')
  await expect(html(page)).toHaveAttribute('lang', 'en')
  await page.goto('/order')
  await expect(page.getByRole('heading', { name: 'Place an order' })).toBeVisible()
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: 'Bestellen' })).toBeVisible()
})

test('a missing page is explained in the language of the browser', async ({ open, watch }) => {
  watch.expectComplaint(/status of 404/)
  const page = await open(null, GERMAN)
  for (const path of ['/no/such/page', '/track/forged']) {
    expect((await page.goto(path))?.status()).toBe(404)
    const message = page.getByRole('heading', { name: 'Hier ist nichts' })
    await expect(message).toBeVisible()
    expect(await message.evaluate((node) => node.closest('[lang]')?.getAttribute('lang'))).toBe('de')
    expect(await findAccessibilityViolations(page)).toEqual([])
  }
})

test('staff pages stay English and are declared as English', async ({ open }) => {
  const page = await open(ana, GERMAN)
  await page.goto('/inbox')
  await expect(html(page)).toHaveAttribute('lang', 'en')
})
