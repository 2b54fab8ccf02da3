import { call, placeOrder, readOrder } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { activityEntry } from '../support/pages/case'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, customer, supervisor } = people

/** Places an order whose payment never answers, and waits until it waits for the next attempt. */
const parkOrder = async (): Promise<string> => {
  const { orderId } = await placeOrder(customer, { paymentToken: 'tok_timeout' })
  await expect
    .poll(async () => (await readOrder(ana, orderId)).attention?.retryAt, { timeout: 60_000 })
    .toEqual(expect.any(String))
  return orderId
}

const cancel = (orderId: string) => call(`/api/v1/orders/${orderId}/cancel`, { as: customer, method: 'POST' })

test('a parked order says when it is tried again, and an agent tries it at once', async ({ open }) => {
  test.slow()
  const orderId = await parkOrder()
  const page = await open(ana)
  await page.goto(`/cases/${orderId}`)
  const waiting = page.getByRole('region', { name: 'Waiting step' })
  await expect(waiting).toContainText('Charging waits for another attempt')
  await expect(waiting).toContainText('It is tried again by itself at')
  expect(await findAccessibilityViolations(page)).toEqual([])
  // Whether the step waits or is being tried at the press depends on the second; it waits sooner or later.
  await expect(async () => {
    await waiting.getByRole('button', { name: 'Try again now' }).click({ timeout: 1_000 })
    await expect(activityEntry(page, 'asked to try again at once: charging').first()).toBeVisible({
      timeout: 2_000,
    })
  }).toPass({ timeout: 90_000 })
  await cancel(orderId)
  await expect(waiting).toBeHidden({ timeout: 30_000 })
})

test('a supervisor tries all parked orders at once, also without JavaScript', async ({ open }) => {
  test.slow()
  const orderId = await parkOrder()
  const page = await open(supervisor, { javaScriptEnabled: false })
  await page.goto('/reports')
  const waiting = page.getByRole('region', { name: 'Waiting orders' })
  await waiting.getByRole('button', { name: 'Try all again now' }).click()
  await expect(waiting).toContainText(/\d+ orders? tried again/)
  await cancel(orderId)
})
