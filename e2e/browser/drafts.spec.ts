import { placeWaitingOrder, startApproval } from '../support/api'
import { activityEntry, commentField, holdRequests, openLiveCase } from '../support/pages/case'
import { caseRow, decisionCard, waitUntilLive } from '../support/pages/console'
import { openList } from '../support/pages/inbox'
import { signInAs, signOut } from '../support/pages/session'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, ben, supervisor, customer } = people

test('a comment and a reason survive another case and a reload, and appear in no other case', async ({
  open,
}) => {
  const word = uniqueWord('draft')
  for (const n of ['one', 'two']) await startApproval(supervisor, { title: `Case ${n} ${word}` })
  const page = await open(ana)
  await openList(page, `/inbox?q=${word}`, 2)
  await caseRow(page, 'Case one').getByRole('link').click()
  await commentField(page).fill('Ask the shop first')
  await decisionCard(page)
    .getByRole('button', { name: /^Reject/ })
    .click()
  await decisionCard(page).getByRole('textbox').fill('No receipt')

  const expectDrafts = async (comment: string, reason: string) => {
    await expect(commentField(page)).toHaveValue(comment)
    await decisionCard(page)
      .getByRole('button', { name: /^Reject/ })
      .click()
    await expect(decisionCard(page).getByRole('textbox')).toHaveValue(reason)
  }
  await caseRow(page, 'Case two').getByRole('link').click()
  await expect(page.locator('#case-title')).toContainText('Case two')
  await expectDrafts('', '')
  await caseRow(page, 'Case one').getByRole('link').click()
  await expect(page.locator('#case-title')).toContainText('Case one')
  await expectDrafts('Ask the shop first', 'No receipt')
  await page.reload()
  await waitUntilLive(page)
  await expectDrafts('Ask the shop first', 'No receipt')
})

test('a draft leaves once the server has accepted it, not before, and keeps who is mentioned', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(/status of 503/)
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openLiveCase(page, approvalId)
  await commentField(page).focus()
  await page.keyboard.type(`@${ben.name.slice(0, 3)}`)
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.keyboard.type('please look')
  await page.reload()
  await waitUntilLive(page)
  await expect(commentField(page)).toHaveValue(`@${ben.name} please look`)

  await page.route('**/comment', (route) => route.fulfill({ status: 503, body: '' }))
  await page.keyboard.press('m')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('What you typed is kept.')).toBeVisible()
  await page.unroute('**/comment')
  await page.reload()
  await waitUntilLive(page)
  await expect(commentField(page)).toHaveValue(`@${ben.name} please look`)

  const release = await holdRequests(page, '**/comment')
  await page.keyboard.press('m')
  await page.keyboard.press('Control+Enter')
  await expect(commentField(page)).toHaveValue('')
  // The answer comes while another page is shown.
  await page.getByRole('link', { name: 'Orders' }).click()
  await expect(page).toHaveURL(/\/orders/)
  const accepted = page.waitForResponse('**/comment')
  release()
  await accepted
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .not.toContain('please look')
  await openLiveCase(page, approvalId)
  await expect(activityEntry(page, 'please look')).toContainText(`@${ben.name}`)
  await expect(commentField(page)).toHaveValue('')
})

test('of two tabs of one case the last that typed wins, and nothing is mixed', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const one = await open(ana)
  const two = await one.context().newPage()
  for (const page of [one, two]) await openLiveCase(page, approvalId)
  await one.bringToFront()
  await commentField(one).fill('From the first tab')
  await commentField(two).fill('From the second tab')
  await expect(commentField(one)).toHaveValue('From the first tab')
  await commentField(one).press('Control+Enter')
  await expect(activityEntry(one, 'From the first tab')).not.toContainText('Sending…')
  await one.reload()
  await waitUntilLive(one)
  await expect(commentField(one)).toHaveValue('From the second tab')
})

test('a sign-out takes drafts, reasons and recent cases with it, in every tab; the next person sees none', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(/status of (?:401|409)/)
  const approvalId = await startApproval(supervisor)
  const page = await open(null)
  await signInAs(page, ana)
  const other = await page.context().newPage()
  for (const tab of [page, other]) await openLiveCase(tab, approvalId)
  await commentField(other).fill('Secret of the first person')
  const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(await stored()).toContain('Secret of the first person')
  await signOut(page, ana)
  expect(await stored()).toBe('{}')
  await expect(other.getByText('You have been signed out', { exact: true })).toBeVisible()
  await expect(commentField(other)).toHaveValue('Secret of the first person')

  await signInAs(page, ben)
  await openLiveCase(page, approvalId)
  await expect(commentField(page)).toHaveValue('')
  expect(await stored()).not.toContain('Secret')
  await other.getByRole('button', { name: 'Reload' }).click()
  await waitUntilLive(other)
  await expect(commentField(other)).toHaveValue('')
})

test('the reason to cancel an order is kept for that order', async ({ open }) => {
  const { order } = await placeWaitingOrder(customer)
  const page = await open(supervisor)
  await openLiveCase(page, order.orderId)
  await page.getByText('Cancel order…').click()
  await page.getByLabel('Reason').fill('Ordered twice')
  await page.reload()
  await waitUntilLive(page)
  await page.getByText('Cancel order…').click()
  await expect(page.getByLabel('Reason')).toHaveValue('Ordered twice')
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .not.toContain('Ordered twice')
})
