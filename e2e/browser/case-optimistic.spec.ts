import type { Page } from '@playwright/test'
import { readCase, startApproval } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { interceptRequests } from '../support/interception'
import {
  activity,
  activityEntry,
  commentField,
  holdRequests,
  openLiveCase,
  postVerb,
} from '../support/pages/case'
import { decisionCard } from '../support/pages/console'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, ben, supervisor } = people

/** Measures the milliseconds from the next key to `words` on the page, by the page's own clock. */
const measureKeyToText = async (page: Page, words: string) => {
  const measure = await page.evaluateHandle((wanted) => {
    const measured = new Promise<number>((resolve) => {
      const onKey = ({ timeStamp }: KeyboardEvent) => {
        const check = () => {
          if (document.body.textContent?.includes(wanted)) resolve(performance.now() - timeStamp)
        }
        const options = { subtree: true, childList: true, characterData: true }
        new MutationObserver(check).observe(document.body, options)
      }
      document.addEventListener('keydown', onKey, { once: true, capture: true })
    })
    return { measured }
  }, words)
  return () => measure.evaluate(({ measured }) => measured)
}

test('a decision is shown as pending at once, and as made only when it is confirmed', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openLiveCase(page, approvalId)
  const letThrough = await holdRequests(page, '**/decision')
  const readDelayMs = await measureKeyToText(page, 'Approving…')
  await page.keyboard.press('a')
  // The time is printed and not asserted, because the machine may be busy. The answer is still held back.
  console.log(`from the key to "Approving…": ${Math.round(await readDelayMs())} ms`)
  await expect(decisionCard(page).getByRole('button', { name: 'Approving…' })).toBeVisible()
  await expect(decisionCard(page)).not.toContainText('Approved by')
  expect((await readCase(ana, approvalId)).caseDetails.status).toBe('OPEN')
  letThrough()
  await expect(decisionCard(page)).toContainText(`Approved by ${ana.name}`)
})

test('a claim and a comment are shown before the server has answered', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openLiveCase(page, approvalId)
  const claimThrough = await holdRequests(page, '**/claim')
  const commentThrough = await holdRequests(page, '**/comment')
  await page.keyboard.press('c')
  await expect(decisionCard(page)).toContainText('You have claimed this')
  await expect(page.getByText('Waiting for you to decide')).toBeVisible()
  await commentField(page).fill('Said at once')
  await page.keyboard.press('Control+Enter')
  await expect(activityEntry(page, 'Said at once')).toContainText('Sending…')
  await expect(commentField(page)).toHaveValue('')
  expect((await readCase(ana, approvalId)).caseDetails.status).toBe('OPEN')

  claimThrough()
  commentThrough()
  await expect(activityEntry(page, 'Said at once')).not.toContainText('Sending…')
  await expect(activityEntry(page, 'Said at once')).toHaveCount(1)
  await expect(activityEntry(page, 'claimed this')).toHaveCount(1)
})

test('a refused claim is reverted with the reason; a refused comment returns to its field', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(/status of (409|503)/)
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openLiveCase(page, approvalId)
  const letThrough = await holdRequests(page, '**/claim')
  await page.keyboard.press('c')
  await expect(decisionCard(page)).toContainText('You have claimed this')
  await postVerb(ben, approvalId, 'claim')
  letThrough()
  await expect(decisionCard(page).getByRole('alert')).toContainText(`${ben.name} has claimed this`)
  await expect(decisionCard(page)).not.toContainText('You have claimed this')
  expect(await findAccessibilityViolations(page)).toEqual([])

  await interceptRequests(page, '**/comment', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ title: 'Temporal does not answer', status: 503, code: 'TEMPORAL_UNAVAILABLE' }),
    }),
  )
  await commentField(page).fill('Do not lose me')
  await page.keyboard.press('Control+Enter')
  await expect(activity(page).getByRole('alert')).toContainText('Temporal does not answer')
  await expect(commentField(page)).toHaveValue('Do not lose me')
  await expect(activity(page).getByText('Sending…')).toBeHidden()
})
