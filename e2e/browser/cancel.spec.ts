import { decide, placeWaitingOrder, waitForOrderState } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { interceptRequests } from '../support/interception'
import { readOrderEffects } from '../support/sql'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, customer, supervisor } = people

test('staff cancel an order with a reason on its page, with and without JavaScript', async ({ open }) => {
  for (const javaScriptEnabled of [true, false]) {
    const { order } = await placeWaitingOrder(customer)
    const page = await open(supervisor, { javaScriptEnabled })
    await page.goto(`/cases/${order.orderId}`)
    const card = page.getByRole('region', { name: 'Cancel this order' })
    await card.getByText('Cancel order…').click()
    await card.getByLabel('Reason').fill('Ordered twice by mistake')
    await card.getByRole('button', { name: 'Yes, cancel it' }).click()

    const view = await waitForOrderState(supervisor, order.orderId, 'CANCELLED')
    expect(view.cancelRequest).toMatchObject({
      by: { name: supervisor.name },
      reason: 'Ordered twice by mistake',
    })
    expect(await readOrderEffects(order.orderId)).toMatchObject({
      stock: 'released',
      heldCents: 0,
      shipments: 0,
    })
    if (!javaScriptEnabled) await page.goto(`/cases/${order.orderId}`)
    await expect(page.getByText('Cancelled: Ordered twice by mistake', { exact: true })).toBeVisible()
    await expect(card).toBeHidden()
  }
})

test('the consequences of cancelling are shown before, and it can be aborted', async ({ open }) => {
  const { order } = await placeWaitingOrder(customer)
  const page = await open(supervisor)
  await page.goto(`/cases/${order.orderId}`)
  const card = page.getByRole('region', { name: 'Cancel this order' })
  await card.getByText('Cancel order…').click()
  await expect(card).toContainText('Nothing was charged')
  await expect(card).toContainText('The reserved stock can be sold again')
  await expect(card).toContainText('This cannot be undone')
  await card.getByLabel('Reason').press('Escape')
  await expect(card.getByLabel('Reason')).toBeHidden()
  await expect(card.getByText('Cancel order…')).toBeFocused()
})

test('a cancellation that comes too late is refused with a reason, and keeps the typed one', async ({
  open,
}) => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const page = await open(supervisor)
  await page.goto(`/cases/${order.orderId}`)
  const card = page.getByRole('region', { name: 'Cancel this order' })
  await card.getByText('Cancel order…').click()
  await card.getByLabel('Reason').fill('Changed their mind')
  let letThrough = () => {}
  const shipped = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await interceptRequests(page, `**/cases/${order.orderId}`, async (route) => {
    if (route.request().method() === 'POST') await shipped
    await route.continue()
  })
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await card.getByRole('button', { name: 'Yes, cancel it' }).click()
  await decide(ana, approvalId, { decision: 'approved' })
  await waitForOrderState(supervisor, order.orderId, 'COMPLETED')
  letThrough()
  await answered
  await expect(page.getByText('It is too late to cancel this order')).toBeVisible()
  await expect(page.getByText('This order is already closed')).toBeVisible()
  await expect(page.getByText('Changed their mind')).toBeVisible()
  expect(await findAccessibilityViolations(page)).toEqual([])
})
