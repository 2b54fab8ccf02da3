import { call, startApproval } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { approve, approveButton, openCase } from '../support/pages/console'
import {
  approvedText,
  caseLinks,
  expectFailures,
  openTimed,
  outageBanner,
  outageBanners,
  PAGE_MS,
  UNTIL_NOTICED,
} from '../support/pages/outage-banners'
import { resumeAllServices, resumeService, stopService } from '../support/services'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, ben, supervisor } = people

/** Tolerance for a busy machine. */
const BUSY_MS = 1_500

const timed = async (path: string) => {
  const startedAt = Date.now()
  const { status } = await call(path, { as: ana })
  return { status, ms: Date.now() - startedAt }
}

test.afterEach(resumeAllServices)

test('Postgres stopped: lists come from Temporal, cases are read and decided, and the page shows it', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const title = `Without a database ${Date.now()}`
  const caseId = await startApproval(supervisor, { title })
  const page = await open(ana)
  await openCase(page, caseId)
  stopService('postgres')
  await expect(outageBanner(page, 'The database does not answer since')).toBeVisible(UNTIL_NOTICED)
  await expect(outageBanners(page)).toContainText('Cases, decisions, claims and comments go on')

  await approve(page)
  await expect(approvedText(page)).toBeVisible()
  expect(await openTimed(page, '/inbox')).toBeLessThan(PAGE_MS)
  await expect(caseLinks(page).first()).toBeVisible()
  await expect(page.getByText('This list comes from Temporal')).toBeVisible()
  await expect(outageBanner(page, 'The database does not answer since')).toBeVisible(UNTIL_NOTICED)
  expect(await findAccessibilityViolations(page)).toEqual([])

  resumeService('postgres')
  await expect(outageBanner(page, 'The database answers again')).toBeVisible(UNTIL_NOTICED)
  await expect(page.getByText('This list comes from Temporal')).toBeHidden()
  await page.goto(`/inbox?tab=closed&q=${encodeURIComponent(title)}`)
  await expect(page.locator(`a[data-case="${caseId}"]`).first()).toBeVisible()
})

test('Postgres stopped: signed-in people stay so, a sign-in is refused with the reason', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const [mine, theirs] = [await open(ben), await open(null)]
  // The token is cached once it was used.
  await timed('/api/v1/status')
  await mine.goto('/inbox')
  await expect(caseLinks(mine).first()).toBeVisible()
  await theirs.goto('/sign-in')
  const place = (await caseLinks(mine).first().boundingBox())?.y
  stopService('postgres')
  await expect(outageBanner(mine, 'The database does not answer since')).toBeVisible(UNTIL_NOTICED)
  await expect(mine.getByText('This list comes from Temporal')).toBeVisible(UNTIL_NOTICED)
  // The row under the pointer does not change.
  expect((await caseLinks(mine).first().boundingBox())?.y).toBe(place)
  expect(await openTimed(mine, '/inbox')).toBeLessThan(PAGE_MS)
  await expect(caseLinks(mine).first()).toBeVisible()
  await theirs.getByLabel('E-mail').fill(ana.email)
  await theirs.getByLabel('Password', { exact: true }).fill(ana.password)
  await theirs.getByRole('button', { name: 'Sign in' }).click()
  await expect(theirs.getByText('The database cannot be reached right now')).toBeVisible()
  await expect(theirs.getByLabel('E-mail')).toHaveValue(ana.email)
  const { status, ms } = await timed('/api/v1/status')
  expect(status).toBe(200)
  expect(ms).toBeLessThan(3_000 + BUSY_MS)
})

test('Postgres and Temporal stopped: every page answers in time and shows both', async ({ open, watch }) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without both' })
  const page = await open(ana)
  await openCase(page, caseId)
  stopService('postgres')
  stopService('temporal')
  await expect(outageBanner(page, 'Temporal and the database do not answer since')).toBeVisible(UNTIL_NOTICED)
  // The case that was read before stays on the page.
  await expect(page.getByRole('heading', { level: 1, name: 'Without both' })).toBeVisible()
  for (const path of ['/inbox', `/cases/${caseId}`, '/account']) {
    expect(await openTimed(page, path), path).toBeLessThan(PAGE_MS)
    await expect(page.getByRole('alert').first()).toBeVisible()
    await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
  }
  await expect(outageBanners(page).getByRole('status')).toHaveCount(1, UNTIL_NOTICED)
  expect(await findAccessibilityViolations(page)).toEqual([])
  resumeService('temporal')
  resumeService('postgres')
  await page.goto(`/cases/${caseId}`)
  await expect(approveButton(page)).toBeEnabled(UNTIL_NOTICED)
})
