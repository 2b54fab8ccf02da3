import { call, decide, placeWaitingOrder, readCase, startApproval, waitForOrderState } from '../support/api'
import {
  approve,
  approveButton,
  caseRow,
  decisionCard,
  holdUntilAllDecide,
  openCase,
  reject,
} from '../support/pages/console'
import { readOrderEffects } from '../support/sql'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, ben, outsider, customer, supervisor } = people

test('an agent finds an order in the inbox, opens it and approves it', async ({ open }) => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const page = await open(ana)
  await page.goto(`/inbox?q=${order.orderId}`)
  const number = toApprovalNumber(await readCase(ana, order.orderId))
  await caseRow(page, number).getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`case=${approvalId}`))
  await expect(page.getByText(/rule high-value/i).first()).toBeVisible()
  await approve(page)
  await expect(decisionCard(page)).toContainText(`Approved by ${ana.name}`)
  await waitForOrderState(customer, order.orderId, 'COMPLETED')
})

test('an agent rejects with a reason; the order is cancelled and compensated', async ({ open }) => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const page = await open(ana)
  await openCase(page, approvalId)
  await reject(page, 'The card belongs to somebody else')
  await expect(decisionCard(page)).toContainText(`Rejected by ${ana.name}`)
  await expect(decisionCard(page)).toContainText('The card belongs to somebody else')
  const view = await waitForOrderState(customer, order.orderId, 'CANCELLED')
  expect(view.outcome?.customerReason).toBe('The card belongs to somebody else')
  expect(await readOrderEffects(order.orderId)).toMatchObject({
    stock: 'released',
    heldCents: 0,
    shipments: 0,
  })
})

test('two agents decide at once in two browsers: one wins, the other sees who', async ({ open, watch }) => {
  watch.expectComplaint(/status of 409/)
  const { order, approvalId } = await placeWaitingOrder(customer)
  const [first, second] = [await open(ana), await open(ben)]
  await Promise.all([openCase(first, approvalId), openCase(second, approvalId)])
  await holdUntilAllDecide([first, second])
  await Promise.all([approve(first), approve(second)])

  const won = new RegExp(`Approved by (${ana.name}|${ben.name})`)
  await expect(decisionCard(first)).toContainText(won)
  await expect(decisionCard(second)).toContainText(won)
  const winner = (await readCase(ana, approvalId)).caseDetails.caseData as {
    decision?: { by?: { name: string } }
  }
  const name = winner.decision?.by?.name ?? 'nobody'
  for (const page of [first, second]) await expect(decisionCard(page)).toContainText(`Approved by ${name}`)
  const slower = name === ana.name ? second : first
  await expect(decisionCard(slower)).toContainText('Somebody was faster')
  await waitForOrderState(customer, order.orderId, 'COMPLETED')
})

test('the slower agent keeps the typed reason in the card that names the faster one', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(/status of 409/)
  const approvalId = await startApproval(supervisor)
  const page = await open(ben)
  await openCase(page, approvalId)
  await decisionCard(page)
    .getByRole('button', { name: /^Reject/ })
    .click()
  await decisionCard(page).getByRole('textbox').fill('I was about to say no')
  await decide(ana, approvalId, { decision: 'approved' })
  await expect(decisionCard(page)).toContainText(`Approved by ${ana.name}`)
  await expect(decisionCard(page)).toContainText('I was about to say no')
})

test('claim, comment and release from the case', async ({ open }) => {
  const approvalId = await startApproval(supervisor, { title: 'Refund for a broken mug' })
  const page = await open(ana)
  await openCase(page, approvalId)
  await page.getByRole('button', { name: 'Claim' }).click()
  await expect(page.getByRole('button', { name: 'Release' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Comment' }).fill('Asked the warehouse for a photo')
  await page.getByRole('button', { name: 'Comment' }).click()
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Asked the warehouse for a photo' }),
  ).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('')
  await page.getByRole('button', { name: 'Release' }).click()
  await expect(page.getByRole('button', { name: 'Claim' })).toBeVisible()
  // The page shows the release before the server has answered.
  await expect
    .poll(async () => (await readCase(ana, approvalId)).activityStream.map(({ code }) => code))
    .toEqual(expect.arrayContaining(['claimed', 'commented', 'released']))
})

test('an agent outside the group can read the case and sees why the buttons are disabled', async ({
  open,
}) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(outsider)
  await openCase(page, approvalId)
  await expect(approveButton(page)).toBeDisabled()
  await expect(decisionCard(page)).toContainText('Only members of Risk may do this')
})

test('a missing case and a forbidden one show the same page', async ({ open, watch }) => {
  watch.expectComplaint(/status of 404/)
  const page = await open(ana)
  const response = await page.goto(`/cases/apr_${'0'.repeat(26)}`)
  expect(response?.status()).toBe(404)
  expect((await call(`/api/v1/cases/apr_${'0'.repeat(26)}`, { as: ana })).status).toBe(404)
})

function toApprovalNumber({ caseDetails }: Awaited<ReturnType<typeof readCase>>): string {
  return (caseDetails.caseData as { number: string }).number
}
