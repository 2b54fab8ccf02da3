import { placeWaitingOrder, readOrder, startApproval, untilOrder } from '../support/api'
import { decisionCard, rowOf } from '../support/console'
import { fillOrderForm, orderIdOf } from '../support/shop'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, customer, supervisor } = people
const NO_SCRIPT = { javaScriptEnabled: false }

test('an order is placed and cancelled without JavaScript', async ({ open }) => {
  const page = await open(null, NO_SCRIPT)
  await page.goto('/order')
  await fillOrderForm(page, { product: '14-inch laptop', quantity: 1 })
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page).toHaveURL(/\/track\//)
  const orderId = await orderIdOf(page)
  await untilOrder(ana, orderId, 'AWAITING_APPROVAL')

  await page.reload()
  await page.getByText('Cancel order').click()
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await untilOrder(ana, orderId, 'CANCELLED')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your order was cancelled')
})

test('the form is refused without JavaScript, and keeps what was typed', async ({ open }) => {
  const page = await open(null, NO_SCRIPT)
  await page.goto('/order')
  await page.getByLabel('Full name').fill('Ada Byron')
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByText(/^Choose at least one product/).first()).toBeVisible()
  await expect(page.getByLabel('Full name')).toHaveValue('Ada Byron')
})

test('an agent approves without JavaScript', async ({ open }) => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const page = await open(ana, NO_SCRIPT)
  await page.goto(`/cases/${approvalId}`)
  await decisionCard(page)
    .getByRole('button', { name: /^Approve/ })
    .click()
  await expect(decisionCard(page)).toContainText(`Approved by ${ana.name}`)
  await untilOrder(customer, order.orderId, 'COMPLETED')
})

test('an agent rejects without JavaScript, and is asked for the reason', async ({ open }) => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const page = await open(ana, NO_SCRIPT)
  await page.goto(`/cases/${approvalId}`)
  await decisionCard(page)
    .getByRole('button', { name: /^Reject/ })
    .click()
  await decisionCard(page).getByRole('textbox').fill('No such street')
  await decisionCard(page)
    .getByRole('button', { name: /^Reject/ })
    .click()
  await expect(decisionCard(page)).toContainText(`Rejected by ${ana.name}`)
  await untilOrder(customer, order.orderId, 'CANCELLED')
  expect((await readOrder(ana, order.orderId)).outcome?.customerReason).toBe('No such street')
})

test('the inbox is a list of links without JavaScript', async ({ open }) => {
  const title = `plain${Date.now()}`
  const approvalId = await startApproval(supervisor, { title: `Refund ${title}` })
  const page = await open(ana, NO_SCRIPT)
  await expect(async () => {
    await page.goto(`/inbox?q=${title}`)
    await expect(rowOf(page, title)).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await rowOf(page, title).getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(approvalId))
  await expect(decisionCard(page)).toBeVisible()
})
