import { startApproval } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { approve, decisionCard, openCase, reject } from '../support/pages/console'
import {
  approvedText,
  caseLinks,
  expectFailures,
  openTimed,
  outageBanner,
  PAGE_MS,
  STALE,
  UNTIL_NOTICED,
} from '../support/pages/outage-banners'
import { resumeAllServices, resumeService, stopService } from '../support/services'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, supervisor } = people

test.afterEach(resumeAllServices)

test('Temporal stopped: lists and last states are shown, a decision is refused and works when sent again', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without Temporal' })
  const page = await open(ana)
  await openCase(page, caseId)
  stopService('temporal')
  await reject(page, 'The receipt is missing')
  const refusal = decisionCard(page).getByRole('alert')
  await expect(refusal).toContainText('cannot be taken right now', UNTIL_NOTICED)
  await expect(refusal).toContainText('What you typed is kept.')
  await expect(outageBanner(page, 'Temporal does not answer since')).toBeVisible(UNTIL_NOTICED)
  await expect(page.getByText(STALE)).toBeVisible(UNTIL_NOTICED)
  expect(await findAccessibilityViolations(page)).toEqual([])

  const other = await open(ana)
  expect(await openTimed(other, `/inbox?case=${caseId}`)).toBeLessThan(PAGE_MS)
  await expect(caseLinks(other).first()).toBeVisible()
  await expect(other.getByText(STALE)).toBeVisible()

  resumeService('temporal')
  await expect(outageBanner(page, 'Temporal does not answer')).toBeHidden(UNTIL_NOTICED)
  await expect(page.getByText(STALE)).toBeHidden(UNTIL_NOTICED)
  await refusal.getByRole('button', { name: 'Try again' }).click()
  await expect(decisionCard(page)).toContainText(`Rejected by ${ana.name}`, UNTIL_NOTICED)
  await expect(decisionCard(page)).toContainText('The receipt is missing')
})

test('Temporal stopped: a comment is refused, returns to its field, and can be sent again', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const title = 'Commented without Temporal'
  const caseId = await startApproval(supervisor, { title })
  const page = await open(ana)
  await page.goto(`/cases/${caseId}`)
  await expect(decisionCard(page)).toBeVisible()
  stopService('temporal')
  const field = page.getByRole('textbox', { name: 'Comment' })
  await field.fill('Asked the warehouse')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  const refusal = page.getByRole('alert').filter({ hasText: 'cannot be taken right now' })
  await expect(refusal).toBeVisible(UNTIL_NOTICED)
  await expect(field).toHaveValue('Asked the warehouse')
  resumeService('temporal')
  await expect(outageBanner(page, 'Temporal does not answer')).toBeHidden(UNTIL_NOTICED)
  await refusal.getByRole('button', { name: 'Try again' }).click()
  await expect(
    page.getByRole('region', { name: 'What happened' }).getByText('Asked the warehouse'),
  ).toHaveCount(1, UNTIL_NOTICED)
  await expect(refusal).toBeHidden()
})

test('worker stopped: a decision is sent once, shown as sent, and made when a worker is back', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without a worker' })
  const page = await open(ana)
  await openCase(page, caseId)
  stopService('worker')
  await approve(page)
  await expect(decisionCard(page).getByText('We have not heard back')).toBeVisible(UNTIL_NOTICED)
  await page.reload()
  await expect(page.getByText(STALE)).toBeVisible(UNTIL_NOTICED)
  await expect(outageBanner(page, 'No worker is running since')).toBeVisible(UNTIL_NOTICED)
  expect(await findAccessibilityViolations(page)).toEqual([])

  resumeService('worker')
  await expect(approvedText(page)).toBeVisible(UNTIL_NOTICED)
  await expect(outageBanner(page, 'No worker is running')).toBeHidden(UNTIL_NOTICED)
})
