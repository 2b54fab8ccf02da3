import type { Page } from '@playwright/test'
import {
  decide,
  expectBody,
  placeOrder,
  placeWaitingOrder,
  readOrder,
  waitForOrderState,
} from '../support/api'
import { placeOrderInShop, readOrderId } from '../support/pages/shop'
import { readOrderEffects } from '../support/sql'
import { people, stack } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, customer } = people
const headline = (page: Page) => page.getByRole('heading', { level: 1 })
/** Disappears without a reload. */
const follows = async (page: Page, words: string) =>
  expect(headline(page)).toHaveText(words, { timeout: 30_000 })

test('a guest places an order below the threshold and sees it delivered without a reload', async ({
  open,
}) => {
  const page = await open(null)
  await placeOrderInShop(page, { product: 'Blue stoneware mug', quantity: 2 })
  await follows(page, 'Your order was delivered')

  await expect(page.getByText('You paid $24.00.').first()).toBeVisible()
  await expect(page.getByText('The carrier picked it up')).toBeVisible()
  await expect(page.getByText('Cancel order')).toBeHidden()
  const orderId = await readOrderId(page)
  expect(await readOrderEffects(orderId)).toMatchObject({ heldCents: 24_00, charges: 1, shipments: 1 })
})

test('an order above the threshold waits for a person, and completes once approved', async ({ open }) => {
  const page = await open(customer)
  await placeOrderInShop(page, { product: '14-inch laptop', quantity: 1 })
  await follows(page, 'We are checking your order')
  await expect(page.getByText('You have not been charged.').first()).toBeVisible()

  const orderId = await readOrderId(page)
  await waitForOrderState(ana, orderId, 'AWAITING_APPROVAL')
  expectBody(await decide(ana, orderId, { decision: 'approved' }))
  await follows(page, 'Your order was delivered')
  await expect(page.getByText('You paid $1,299.00.').first()).toBeVisible()
})

test('a rejected order is cancelled: the customer reads the reason and where the money is', async ({
  open,
}) => {
  const { order } = await placeWaitingOrder(customer)
  const page = await open(null)
  await page.goto(order.statusUrl)
  await follows(page, 'We are checking your order')

  expectBody(
    await decide(ana, order.orderId, { decision: 'rejected', comment: 'We could not confirm the address' }),
  )
  await follows(page, 'Your order was cancelled')
  await expect(page.getByText('We could not confirm the address')).toBeVisible()
  await expect(page.getByText('No money was taken.').first()).toBeVisible()
  expect(await readOrderEffects(order.orderId)).toMatchObject({
    stock: 'released',
    heldCents: 0,
    shipments: 0,
  })
})

test('the customer cancels while the order is being checked', async ({ open }) => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const page = await open(null)
  await page.goto(order.statusUrl)
  await page.getByText('Cancel order').click()
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await follows(page, 'Your order was cancelled')
  await expect(page.getByText('It was cancelled as asked.')).toBeVisible()

  const view = await readOrder(ana, order.orderId)
  expect(view).toMatchObject({ state: 'CANCELLED', approval: { approvalId, state: 'WITHDRAWN' } })
  expect(await readOrderEffects(order.orderId)).toMatchObject({ stock: 'released', heldCents: 0 })
})

test('the page of a customer contains no terms of staff and no internal ids', async ({ open }) => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const page = await open(null)
  await page.goto(order.statusUrl)
  await follows(page, 'We are checking your order')
  const html = (await page.content()).replaceAll(new URL(order.statusUrl).pathname, '')
  for (const secret of [
    order.orderId,
    approvalId,
    'AWAITING_APPROVAL',
    'high-value',
    'workflow',
    'ORDER_TASK_QUEUE',
  ])
    expect(html, secret).not.toContain(secret)
})

test('forged, cut and changed links answer 404', async ({ open, watch }) => {
  watch.expectComplaint(/status of 404/)
  const mine = await placeOrder(customer)
  const other = await placeOrder(customer)
  const page = await open(null)
  await page.goto(mine.statusUrl)
  const number =
    (await page
      .getByText(/^Order [0-9A-Z]{8}$/)
      .first()
      .textContent()) ?? 'none'

  const token = new URL(mine.statusUrl).pathname.split('/').at(-1) ?? ''
  const otherToken = new URL(other.statusUrl).pathname.split('/').at(-1) ?? ''
  const flipped = token.slice(0, 4) + (token[4] === 'A' ? 'B' : 'A') + token.slice(5)
  // The signature of one order with the id of another.
  const half = 26
  const mixed = token.slice(0, half) + otherToken.slice(half)
  for (const forged of [flipped, mixed, token.slice(0, -1), `${token}A`, 'x', mine.orderId]) {
    const response = await page.goto(`${stack.url}/track/${forged}`)
    expect(response?.status(), forged).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
    await expect(page.getByText(number)).toBeHidden()
    for (const part of ['events', 'version'])
      expect((await page.request.get(`/track/${forged}/${part}`)).status(), forged).toBe(404)
  }
})
