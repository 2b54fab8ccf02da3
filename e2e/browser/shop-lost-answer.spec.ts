import type { Page } from '@playwright/test'
import { placeWaitingOrder, waitForOrderState } from '../support/api'
import { answerLikeProxy, loseAnswers, postLikeOlderBuild } from '../support/lost-answers'
import { fillOrderForm, placeOrderInShop, readOrderId, toStatusPath } from '../support/pages/shop'
import { selectRows } from '../support/sql'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const ORDER = '**/order'
const WISH = { product: 'Assam tea', quantity: 2 }
const NOT_HEARD = 'We did not hear back about this order'
const OLDER = 'This page is from an older version of the shop: nothing was ordered'
const FAILED_REQUEST = /Failed to load resource/

const place = (page: Page) => page.getByRole('button', { name: 'Place order' }).click()
const countOrders = async (email: string) =>
  (await selectRows('select 1 from order_intake where email = $1', [email])).length

/** Opens the form and fills it in. @returns the e-mail address */
const openFilledForm = async (page: Page): Promise<string> => {
  await page.goto('/order')
  return fillOrderForm(page, WISH)
}

const expectNotHeard = (page: Page) =>
  expect(page.getByRole('alert').filter({ hasText: NOT_HEARD })).toBeVisible()

/** Places the order of the form, which is stored once, however often it was sent before. */
const placeOnce = async (page: Page, email: string): Promise<void> => {
  await place(page)
  await expect(page).toHaveURL(/\/track\//)
  expect(await countOrders(email)).toBe(1)
}

/** Everything that `fillOrderForm` typed. */
const expectFilledIn = async (page: Page, email: string) => {
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await expect(page.getByLabel('Full name')).toHaveValue('Ada Byron')
  await expect(page.getByLabel('Street and number')).toHaveValue('12 St James Square')
  await expect(page.getByLabel('Country')).toHaveValue('GB')
  await expect(page.getByRole('spinbutton', { name: /Assam tea/ })).toHaveValue('2')
}

test('a lost answer keeps the form, and the order that arrived is found: by pressing again, and after a reload', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(FAILED_REQUEST)
  const page = await open(null)
  const email = await openFilledForm(page)
  await loseAnswers(page, ORDER)
  await place(page)
  await expectNotHeard(page)
  await expectFilledIn(page, email)
  expect(await countOrders(email)).toBe(1)

  const tab = await page.context().newPage()
  await tab.goto('/order')
  await expect(tab.getByText(/^Your order [0-9A-Z]{8} was placed/)).toBeVisible()
  await expect(tab.getByLabel('E-mail')).toHaveValue('')

  await page.unroute(ORDER)
  await placeOnce(page, email)
})

test('an order that was sent without a network is sent as the same order after a reload and from a second tab', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(FAILED_REQUEST)
  const page = await open(null)
  const email = await openFilledForm(page)
  await page.context().setOffline(true)
  await place(page)
  await expectNotHeard(page)
  await expectFilledIn(page, email)

  await page.context().setOffline(false)
  await page.reload()
  await expectNotHeard(page)
  await expectFilledIn(page, email)

  const tab = await page.context().newPage()
  await tab.goto('/order')
  await expectFilledIn(tab, email)
  await place(tab)
  await expect(tab).toHaveURL(/\/track\//)
  await place(page)
  await expect(page).toHaveURL(tab.url())
  expect(await countOrders(email)).toBe(1)

  await tab.goto('/order')
  await expect(tab.getByLabel('E-mail')).toHaveValue('')
})

test('an answer of a proxy keeps the form, and so does the switch of the language', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(FAILED_REQUEST)
  const page = await open(null)
  const email = await openFilledForm(page)
  await answerLikeProxy(page, ORDER)
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page.getByText('No answer. Please try again.')).toBeVisible()
  await place(page)
  await expectNotHeard(page)
  await expectFilledIn(page, email)
  expect(await countOrders(email)).toBe(0)
})

test('Back after an order shows what was placed; the same again is asked about first', async ({ open }) => {
  const page = await open(null)
  const email = await placeOrderInShop(page, WISH)
  const placed = page.url()
  await page.goBack()
  await expect(page.getByText(/^Your order [0-9A-Z]{8} was placed/)).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue('')

  const again = await fillOrderForm(page, WISH)
  await place(page)
  await expect(page.getByText(/^You ordered exactly this .*: order [0-9A-Z]{8}$/)).toBeVisible()
  expect(await countOrders(again)).toBe(0)
  await expectFilledIn(page, again)
  expect(await page.getByRole('link', { name: 'See it' }).last().getAttribute('href')).toBe(
    new URL(placed).pathname,
  )
  await page.getByRole('button', { name: 'Order it again' }).click()
  await expect(page).toHaveURL(/\/track\//)
  expect(page.url()).not.toBe(placed)
  expect([await countOrders(email), await countOrders(again)]).toEqual([1, 1])
})

test('the same again is asked about without JavaScript', async ({ open }) => {
  const page = await open(null, { javaScriptEnabled: false })
  await placeOrderInShop(page, WISH)
  const placed = page.url()
  await page.goto('/order')
  await expect(page.getByText(/^Your order [0-9A-Z]{8} was placed/)).toBeVisible()
  const again = await fillOrderForm(page, WISH)
  await place(page)
  await expect(page.getByText(/^You ordered exactly this/)).toBeVisible()
  expect(await countOrders(again)).toBe(0)
  await page.getByRole('button', { name: 'Order it again' }).click()
  await expect(page).toHaveURL(/\/track\//)
  expect(page.url()).not.toBe(placed)
})

test('a page of an older build says that nothing was ordered, and a reload keeps what was typed', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(FAILED_REQUEST)
  const page = await open(null)
  const email = await openFilledForm(page)
  await postLikeOlderBuild(page, ORDER)
  await place(page)
  await expect(page.getByText(OLDER)).toBeVisible()
  await expectFilledIn(page, email)
  await page.unroute(ORDER)
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByText('We have filled in what you had typed here.')).toBeVisible()
  await expect(page.getByText(NOT_HEARD)).toBeHidden()
  await expectFilledIn(page, email)
  await placeOnce(page, email)
})

test('a page of an older build without JavaScript is answered with a new form that holds what was typed', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(FAILED_REQUEST)
  const page = await open(null, { javaScriptEnabled: false })
  await postLikeOlderBuild(page, ORDER)
  const email = await openFilledForm(page)
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await place(page)
  expect((await answered).status()).toBe(409)
  await expect(page.getByText(OLDER)).toBeVisible()
  await expectFilledIn(page, email)
  await page.unroute(ORDER)
  await placeOnce(page, email)
})

test('a guest cookie that ended while the form was open is set again, and nothing is lost', async ({
  open,
}) => {
  const page = await open(null)
  const email = await openFilledForm(page)
  await page.context().clearCookies()
  await place(page)
  await expect(page.getByText('Nothing was ordered yet: please place the order once more')).toBeVisible()
  await expectFilledIn(page, email)
  await placeOnce(page, email)
})

test('the form works where the browser refuses storage', async ({ open, watch }) => {
  watch.expectComplaint(FAILED_REQUEST)
  const page = await open(null)
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
  })
  const email = await openFilledForm(page)
  await postLikeOlderBuild(page, ORDER)
  await place(page)
  await expect(page.getByText('Copy it, then reload the page.')).toBeVisible()
  await page.unroute(ORDER)
  await loseAnswers(page, ORDER)
  await place(page)
  await expectNotHeard(page)
  await page.unroute(ORDER)
  await placeOnce(page, email)
})

test('a cancellation whose answer is lost says so in its place, and is counted once', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(FAILED_REQUEST)
  const { order } = await placeWaitingOrder(people.customer)
  const page = await open(null)
  await page.goto(toStatusPath(order))
  await page.getByText('Cancel order').click()
  await postLikeOlderBuild(page, '**/track/*')
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await expect(page.getByText(/older version of the shop: nothing was cancelled/)).toBeVisible()
  await page.unroute('**/track/*')
  await answerLikeProxy(page, '**/track/*')
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await expect(page.getByText('We did not hear back')).toBeVisible()
  await page.unroute('**/track/*')
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await waitForOrderState(people.ana, await readOrderId(page), 'CANCELLED')
})
