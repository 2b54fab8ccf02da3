import { call, decide, expectBody, startApproval } from '../support/api'
import { caseRow, decisionCard, openCase, waitUntilLive } from '../support/pages/console'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, ben, supervisor } = people

test('an open inbox shows a new case and a claim of a colleague without a reload', async ({ open }) => {
  const title = uniqueWord('live')
  const known = await startApproval(supervisor, { title: `Refund one ${title}` })
  const page = await open(ana)
  await page.goto(`/inbox?q=${title}`)
  await expect(caseRow(page, 'Refund one')).toBeVisible()

  expectBody(await call(`/api/v1/cases/${known}/claim`, { as: ben, body: {} }))
  await expect(caseRow(page, 'Refund one')).toContainText('Claimed')
  await startApproval(supervisor, { title: `Refund two ${title}` })
  // A new case never moves the row under the pointer: it is announced and appears on request.
  const announced = page.getByRole('button', { name: /new/i })
  await expect(announced.or(caseRow(page, 'Refund two')).first()).toBeVisible()
  if (await announced.isVisible()) await announced.click()
  await expect(caseRow(page, 'Refund two')).toBeVisible()
})

test('an open case shows the decision of a colleague without a reload', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openCase(page, approvalId)
  expectBody(
    await call(`/api/v1/cases/${approvalId}/comment`, { as: ben, body: { text: 'Checked the receipt' } }),
  )
  await expect(page.getByText('Checked the receipt', { exact: true })).toBeVisible()
  expectBody(await decide(ben, approvalId, { decision: 'approved' }))
  await expect(decisionCard(page)).toContainText(`Approved by ${ben.name}`)
})

test('the page says that it is live', async ({ open }) => {
  const page = await open(ana)
  await page.goto('/inbox')
  await waitUntilLive(page)
})
