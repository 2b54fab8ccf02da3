import { placeWaitingOrder, readOrder, startApproval, waitForOrderState } from '../support/api'
import { startWebDuringOutage } from '../support/outage'
import { caseRow, decisionCard } from '../support/pages/console'
import { fillOrderForm, readOrderId, toStatusPath } from '../support/pages/shop'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, customer, supervisor } = people
const NO_SCRIPT = { javaScriptEnabled: false }

test('an order is placed and cancelled without JavaScript', async ({ open }) => {
  const page = await open(null, NO_SCRIPT)
  await page.goto('/order')
  await expect(page.getByRole('button', { name: /more$/ })).toHaveCount(0)
  await fillOrderForm(page, { product: '14-inch laptop', quantity: 1 })
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page).toHaveURL(/\/track\//)
  const orderId = await readOrderId(page)
  await waitForOrderState(ana, orderId, 'AWAITING_APPROVAL')

  await page.reload()
  await expect(page.getByText('Reload this page for news.')).toBeVisible()
  await expect(page.getByText(/We aim to be done by .* UTC\./)).toBeVisible()
  await page.getByText('Cancel order').click()
  await expect(page.getByText('You are not charged.')).toBeVisible()
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await expect(page.getByText(/^Your order is cancelled\./)).toBeVisible()
  await waitForOrderState(ana, orderId, 'CANCELLED')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your order was cancelled')
})

test('the form is refused without JavaScript, and keeps everything that was typed', async ({ open }) => {
  const page = await open(null, NO_SCRIPT)
  await page.goto('/order')
  const email = await fillOrderForm(page, { product: 'Assam tea', quantity: 3, card: 'Test card: declined' })
  await page.getByLabel('Postcode').fill('')
  await page.getByRole('button', { name: 'Update the total' }).click()
  await expect(page.getByRole('status')).toHaveText('$28.50')
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByRole('link', { name: 'Enter the postcode.' })).toBeVisible()
  await expect(page.getByLabel('Full name')).toHaveValue('Ada Byron')
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await expect(page.getByLabel('Country')).toHaveValue('GB')
  await expect(page.getByLabel('Card')).toHaveValue('tok_declined')
  await expect(page.getByRole('spinbutton', { name: /Assam tea/ })).toHaveValue('3')

  await page.getByLabel('Postcode').fill('SW1Y 4JH')
  await page.getByRole('button', { name: 'Place order' }).click()
  await waitForOrderState(ana, await readOrderId(page), 'FAILED')
  await page.reload()
  await page.getByRole('link', { name: 'Try again with another card' }).click()
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await expect(page.getByRole('spinbutton', { name: /Assam tea/ })).toHaveValue('3')
})

test('more than the stock cannot be ordered, with or without JavaScript', async ({ open }) => {
  const page = await open(null, NO_SCRIPT)
  await page.goto('/order')
  await fillOrderForm(page, { product: 'Harbour, signed print', quantity: 900 })
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByRole('link', { name: /^Harbour, signed print: only \d+ left\.$/ })).toBeVisible()
  await expect(page.getByLabel('Full name')).toHaveValue('Ada Byron')
})

test('the language is switched without JavaScript', async ({ open }) => {
  const { order } = await placeWaitingOrder(customer)
  const page = await open(null, NO_SCRIPT)
  await page.goto(toStatusPath(order))
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wir prüfen Ihre Bestellung')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
})

test('an invalid link answers 404 with an explanation without JavaScript', async ({ open, watch }) => {
  watch.expectComplaint(/status of 404/)
  const page = await open(null, NO_SCRIPT)
  expect((await page.goto('/track/forged'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go to the start page' })).toBeVisible()
})

test('a shop without its services answers 503 with an explanation without JavaScript', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(/status of 503/)
  const { order } = await placeWaitingOrder(customer)
  const outage = await startWebDuringOutage()
  try {
    const page = await open(null, NO_SCRIPT)
    for (const [path, title] of [
      ['/order', 'We cannot take orders right now'],
      [toStatusPath(order), 'please do not order again'],
    ] as const) {
      const response = await page.goto(outage.url + path)
      expect([response?.status(), response?.headers()['retry-after']]).toEqual([503, '30'])
      await expect(page.getByText(title).last()).toBeVisible()
      await expect(page.getByText('Corner Store')).toBeVisible()
    }
  } finally {
    await outage.stop()
  }
})

test('an agent approves without JavaScript', async ({ open }) => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const page = await open(ana, NO_SCRIPT)
  await page.goto(`/cases/${approvalId}`)
  await decisionCard(page)
    .getByRole('button', { name: /^Approve/ })
    .click()
  await expect(decisionCard(page)).toContainText(`Approved by ${ana.name}`)
  await waitForOrderState(customer, order.orderId, 'COMPLETED')
})

test('an agent rejects without JavaScript with a reason, which is required', async ({ open }) => {
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
  await waitForOrderState(customer, order.orderId, 'CANCELLED')
  expect((await readOrder(ana, order.orderId)).outcome?.customerReason).toBe('No such street')
})

test('the inbox is a list of links without JavaScript', async ({ open }) => {
  const title = uniqueWord('plain')
  const approvalId = await startApproval(supervisor, { title: `Refund ${title}` })
  const page = await open(ana, NO_SCRIPT)
  await expect(async () => {
    await page.goto(`/inbox?q=${title}`)
    await expect(caseRow(page, title)).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await caseRow(page, title).getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(approvalId))
  await expect(decisionCard(page)).toBeVisible()
})
