import { placeWaitingOrder, untilOrder } from '../support/api'
import { bookOf } from '../support/sql'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { customer, supervisor } = people

test('staff cancel an order with a reason on its page, with and without JavaScript', async ({ open }) => {
  for (const javaScriptEnabled of [true, false]) {
    const { order } = await placeWaitingOrder(customer)
    const page = await open(supervisor, { javaScriptEnabled })
    await page.goto(`/cases/${order.orderId}`)
    const card = page.getByRole('region', { name: 'Cancel this order' })
    await card.getByText('Cancel order…').click()
    await card.getByLabel('Reason').fill('Ordered twice by mistake')
    await card.getByRole('button', { name: 'Yes, cancel it' }).click()

    const view = await untilOrder(supervisor, order.orderId, 'CANCELLED')
    expect(view.cancelRequest).toMatchObject({
      by: { name: supervisor.name },
      reason: 'Ordered twice by mistake',
    })
    expect(await bookOf(order.orderId)).toMatchObject({ stock: 'released', heldCents: 0, shipments: 0 })
    if (!javaScriptEnabled) await page.goto(`/cases/${order.orderId}`)
    await expect(page.getByText('Cancelled: Ordered twice by mistake', { exact: true })).toBeVisible()
    await expect(card).toBeHidden()
  }
})
