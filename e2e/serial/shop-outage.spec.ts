import { randomUUID } from 'node:crypto'
import { orderBody, placeOrder, postOrder, waitForOrderState } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { toStatusPath } from '../support/pages/shop'
import { resumeAllServices, resumeService, stopService } from '../support/services'
import { selectRows } from '../support/sql'
import { people, stack } from '../support/stack'
import { expect, test } from '../support/test'

const { customer } = people
const LANGUAGES = [
  { locale: 'en-GB', stale: 'This is how it was at', unavailable: 'but cannot look it up right now' },
  { locale: 'de-DE', stale: 'So war es am', unavailable: 'können sie aber gerade nicht abrufen' },
] as const

/** Places an order that waits for an approval. @returns the path of its status page */
const waitingOrder = async () => {
  const order = await placeOrder(customer, { sku: stack.skus.dear })
  await waitForOrderState(customer, order.orderId, 'AWAITING_APPROVAL')
  return toStatusPath(order)
}

test.afterEach(resumeAllServices)

test('Temporal stopped: the status page shows the last known state and its time', async ({ open }) => {
  const path = await waitingOrder()
  stopService('temporal')
  for (const { locale, stale } of LANGUAGES) {
    const page = await open(null, { locale })
    // The web reuses an answer for five seconds.
    await expect(async () => {
      expect((await page.goto(path))?.status()).toBe(200)
      const shown = page.getByRole('status').filter({ hasText: stale })
      await expect(shown).toContainText(/\d{1,2}:\d{2}/, { timeout: 500 })
    }).toPass()
    await expect(page.getByText('London')).toBeVisible()
    expect(await findAccessibilityViolations(page)).toEqual([])
  }
})

test('Postgres stopped: the status page is live, without the address', async ({ open }) => {
  const path = await waitingOrder()
  stopService('postgres')
  for (const { locale, stale } of LANGUAGES) {
    const page = await open(null, { locale })
    expect((await page.goto(path))?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(stale)).toBeHidden()
    await expect(page.getByText('London')).toBeHidden()
  }
})

test('both stopped: the status page explains that it is unavailable, with a matching status', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(/status of 503/)
  const path = await waitingOrder()
  stopService('postgres')
  stopService('temporal')
  for (const { locale, unavailable } of LANGUAGES) {
    const page = await open(null, { locale })
    await expect(async () => {
      const startedAt = Date.now()
      expect((await page.goto(path))?.status()).toBe(503)
      expect(Date.now() - startedAt).toBeLessThan(6_000)
    }).toPass()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(unavailable)
    expect(await findAccessibilityViolations(page)).toEqual([])
  }
})

test('Temporal stopped: an order is refused for now, and its key places it once afterwards', async () => {
  const [key, body] = [randomUUID(), orderBody()]
  stopService('temporal')
  const refused = await postOrder(customer, body, key)
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBeTruthy()
  resumeService('temporal')
  await resumeAllServices()
  const placed = await postOrder(customer, body, key)
  // The refused request may have been executed after all; then this is its response.
  expect([200, 201]).toContain(placed.status)
  await waitForOrderState(customer, placed.body.orderId, 'COMPLETED')
  const orders = await selectRows('select order_id from order_intake where email = $1', [body.email])
  expect(orders).toEqual([{ order_id: placed.body.orderId }])
})
