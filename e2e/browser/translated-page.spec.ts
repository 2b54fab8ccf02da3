import type { Page } from '@playwright/test'
import { decide, placeWaitingOrder, startApproval } from '../support/api'
import { commentField, openLiveCase, postVerb } from '../support/pages/case'
import { caseRow, decisionCard } from '../support/pages/console'
import { openList, rowCheckbox, selectionBar } from '../support/pages/inbox'
import { toStatusPath } from '../support/pages/shop'
import { rewriteTexts } from '../support/rewrite-texts'
import { people } from '../support/stack'
import { expect, test, type Watch } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, ben, supervisor, customer } = people

/** React complains about nodes that are not where it put them; the page must go on all the same. */
const expectReactComplaints = (watch: Watch) =>
  watch.expectComplaint(/NotFoundError|insertBefore|removeChild/)

const reload = (page: Page) => page.getByRole('button', { name: 'Reload' })
const failed = (page: Page) => page.getByText('This page cannot be shown right now')

test('a translated case goes on while colleagues work on it, or says reload; what was typed stays', async ({
  open,
  watch,
}) => {
  expectReactComplaints(watch)
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openLiveCase(page, approvalId)
  await commentField(page).fill('A comment that is not finished')
  await rewriteTexts(page)
  for (const verb of ['claim', 'release', 'claim'])
    expect((await postVerb(ben, approvalId, verb)).status).toBe(200)
  await postVerb(ben, approvalId, 'comment', { text: 'Seen it' })
  await expect(page.getByText('Seen it', { exact: true }).or(reload(page)).first()).toBeVisible()
  await expect(commentField(page)).toHaveValue('A comment that is not finished')
  expect((await decide(ben, approvalId, { decision: 'approved' })).status).toBe(200)
  await expect(reload(page)).toBeVisible()
  await expect(failed(page)).toBeHidden()

  await reload(page).click()
  await expect(decisionCard(page)).toContainText(`Approved by ${ben.name}`)
  await expect(page.getByText('A comment that is not finished')).toBeVisible()
})

test('a translated inbox goes on: rows change, are selected and opened', async ({ open, watch }) => {
  expectReactComplaints(watch)
  const title = uniqueWord('translated')
  const ids = await Promise.all(
    ['one', 'two'].map((n) => startApproval(supervisor, { title: `Refund ${n} ${title}` })),
  )
  const page = await open(ana)
  await openList(page, `/inbox?q=${title}`, 2)
  await rewriteTexts(page)
  await postVerb(ben, ids[0] ?? '', 'claim')
  await startApproval(supervisor, { title: `Refund three ${title}` })
  await expect(reload(page).or(caseRow(page, 'Refund three')).first()).toBeVisible()
  await rowCheckbox(page, 'Refund two').check()
  await expect(selectionBar(page)).toBeVisible()
  await rowCheckbox(page, 'Refund two').uncheck()
  await expect(selectionBar(page)).toBeHidden()
  await caseRow(page, 'Refund two').getByRole('link').click()
  await expect(decisionCard(page)).toBeVisible()
  await expect(failed(page)).toBeHidden()
})

test('a translated status page shows how the order goes on', async ({ open, watch }) => {
  expectReactComplaints(watch)
  const { order, approvalId } = await placeWaitingOrder(customer)
  const page = await open(null)
  await page.goto(toStatusPath(order))
  await expect(page.getByText('updates by itself')).toBeVisible()
  await rewriteTexts(page)
  expect((await decide(ben, approvalId, { decision: 'rejected', comment: 'Not today' })).status).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('checking')
  await expect(page.getByText('Something went wrong')).toBeHidden()
})
