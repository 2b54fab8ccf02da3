import { decide, readCase, startApproval } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import {
  activity,
  activityEntry,
  caseTitle,
  commentField,
  holdRequests,
  openLiveCase,
} from '../support/pages/case'
import { approveButton, caseRow, decisionCard, waitUntilLive } from '../support/pages/console'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, ben, supervisor } = people

test('a case is decided by keys: c claims and releases, m comments, r asks for the reason, a approves', async ({
  open,
}) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openLiveCase(page, approvalId)
  const toggle = decisionCard(page).locator('button[aria-keyshortcuts="c"]')
  await expect(toggle).toContainText('Claim')
  await page.keyboard.press('c')
  await expect(decisionCard(page)).toContainText('You have claimed this')
  await expect(toggle).toContainText('Release')
  await expect(toggle).not.toHaveAttribute('aria-busy')
  await page.keyboard.press('c')
  await expect(decisionCard(page)).toContainText('Nobody has claimed this')

  await page.keyboard.press('m')
  await expect(commentField(page)).toBeFocused()
  await page.keyboard.type('are and car hold keys of commands')
  await page.keyboard.press('Control+Enter')
  await expect(activityEntry(page, 'are and car hold keys of commands')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(commentField(page)).not.toBeFocused()

  await page.keyboard.press('r')
  const reason = decisionCard(page).getByRole('textbox')
  await expect(reason).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(reason).toBeHidden()
  await page.keyboard.press('a')
  await expect(decisionCard(page)).toContainText(`Approved by ${ana.name}`)
})

test('the reason of a rejection is offered for the next case', async ({ open }) => {
  const [first, second] = [await startApproval(supervisor), await startApproval(supervisor)]
  const page = await open(ana)
  const card = decisionCard(page)
  await openLiveCase(page, first)
  await page.keyboard.press('r')
  await page.keyboard.type('The invoice is missing')
  await page.keyboard.press('Control+Enter')
  await expect(card).toContainText(`Rejected by ${ana.name}`)

  await openLiveCase(page, second)
  await page.keyboard.press('r')
  await card.getByRole('list', { name: 'Recent reasons' }).getByRole('button').first().click()
  await expect(card.getByRole('textbox')).toHaveValue('The invoice is missing')
})

test('ten decisions in a row need only a and Enter', async ({ open }) => {
  const word = uniqueWord('ten')
  const ids = await Promise.all(
    Array.from({ length: 10 }, (_, i) => startApproval(supervisor, { title: `Refund ${word} ${i}` })),
  )
  const page = await open(ana)
  const list = caseRow(page, word).getByRole('link')
  await expect(async () => {
    await page.goto(`/inbox?tab=all&q=${word}`)
    await expect(list).toHaveCount(10, { timeout: 2_000 })
  }).toPass()
  await waitUntilLive(page)
  await list.first().focus()
  for (let decided = 1; decided <= 10; decided++) {
    await page.keyboard.press('Enter')
    await expect(caseTitle(page)).toBeFocused()
    await expect(approveButton(page)).toBeEnabled()
    await page.keyboard.press('a')
    await expect(decisionCard(page)).toContainText(`Approved by ${ana.name}`)
    if (decided < 10) await expect(decisionCard(page).getByRole('link', { name: /^Next:/ })).toBeFocused()
  }
  for (const id of ids) expect((await readCase(ana, id)).caseDetails.status).toBe('APPROVED')
})

test('the slower of two agents sees who decided and when, and keeps reason and comment', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(/status of 409/)
  const approvalId = await startApproval(supervisor)
  const [fast, slow] = [await open(ana), await open(ben)]
  await Promise.all([openLiveCase(fast, approvalId), openLiveCase(slow, approvalId)])
  const letThrough = await holdRequests(slow, '**/decision')
  await commentField(slow).fill('Half a thought')
  await slow.keyboard.press('Escape')
  await slow.keyboard.press('r')
  await slow.keyboard.type('Not with this address')
  await slow.keyboard.press('Control+Enter')
  await fast.keyboard.press('a')
  await expect(decisionCard(fast)).toContainText(`Approved by ${ana.name}`)
  letThrough()
  const card = decisionCard(slow)
  await expect(card).toContainText('Somebody was faster')
  await expect(card).toContainText(new RegExp(`Approved by ${ana.name}, \\d\\d:\\d\\d`))
  await expect(card).toContainText('Not with this address')
  await expect(activity(slow)).toContainText('your comment was not sent')
  await expect(activity(slow)).toContainText('Half a thought')
  expect(await findAccessibilityViolations(slow)).toEqual([])
})

test('on a phone the buttons stay at the bottom, also with a reason and half the height', async ({
  open,
}) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana, { viewport: { width: 360, height: 740 }, hasTouch: true })
  await openLiveCase(page, approvalId)
  const box = await approveButton(page).boundingBox()
  expect(box && box.y + box.height).toBeGreaterThan(740 - 80)
  expect(box?.height).toBeGreaterThanOrEqual(44)
  await page.setViewportSize({ width: 360, height: 380 })
  const card = decisionCard(page)
  await card.getByRole('button', { name: /^Reject/ }).click()
  await expect(card.getByRole('textbox')).toBeFocused()
  await expect(card.getByRole('textbox')).toBeInViewport({ ratio: 1 })
  await expect(card.getByRole('button', { name: /^Reject/ })).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await findAccessibilityViolations(page)).toEqual([])
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(client)
})

test('a case that another agent closes shows it', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openLiveCase(page, approvalId)
  await decide(ben, approvalId, { decision: 'rejected', comment: 'No budget' })
  await expect(page.getByText(`Rejected by ${ben.name}`).first()).toBeVisible()
  await expect(commentField(page)).toBeHidden()
})
