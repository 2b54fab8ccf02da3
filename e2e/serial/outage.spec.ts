import type { Locator, Page } from '@playwright/test'
import { findAccessibilityViolations } from '../support/accessibility'
import { call, startApproval } from '../support/api'
import { approve, approveButton, decisionCard, openCase, reject } from '../support/console'
import { resumeAllServices, resumeService, stopService } from '../support/services'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, ben, supervisor } = people

/** Until a note stands: the browser asks every 10 s, sooner after a failure. */
const NOTICED = { timeout: 30_000 }
/** A page or an answer in an outage, on a busy machine. */
const PAGE_MS = 6_000
const STALE = 'This may be older than it looks'

const notes = (page: Page) => page.getByRole('region', { name: 'Outages' })
const note = (page: Page, title: string) => notes(page).getByRole('status').filter({ hasText: title })
const decided = (page: Page) => decisionCard(page).getByText(/^Approved by/)
const rows = (page: Page) => page.locator('a[data-case]')

/** An outage fails requests and pages (React's 441), and browsers say so. */
const expectFailures = (watch: { expectComplaint(pattern: RegExp): void }) =>
  watch.expectComplaint(/status of (?:50\d|202)|ERR_|Failed to load resource|React error #441/)

/** Opens a page anew and gives how long its server took, in milliseconds. */
const openTimed = async (page: Page, path: string): Promise<number> => {
  const startedAt = Date.now()
  await page.goto(path, { waitUntil: 'commit' })
  return Date.now() - startedAt
}

test.afterEach(resumeAllServices)

test('Postgres stopped: lists come from Temporal, cases are read and decided, and the page says so', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const title = `Without a database ${Date.now()}`
  const caseId = await startApproval(supervisor, { title })
  const page = await open(ana)
  await openCase(page, caseId)
  stopService('postgres')
  await expect(note(page, 'The database does not answer since')).toBeVisible(NOTICED)
  await expect(notes(page)).toContainText('Cases, decisions, claims and comments go on')

  await approve(page)
  await expect(decided(page)).toBeVisible()
  expect(await openTimed(page, '/inbox')).toBeLessThan(PAGE_MS)
  await expect(rows(page).first()).toBeVisible()
  await expect(page.getByText('This list comes from Temporal')).toBeVisible()
  await expect(note(page, 'The database does not answer since')).toBeVisible(NOTICED)
  expect(await findAccessibilityViolations(page)).toEqual([])

  resumeService('postgres')
  await expect(note(page, 'The database answers again')).toBeVisible(NOTICED)
  await expect(page.getByText('This list comes from Temporal')).toBeHidden()
  await page.goto(`/inbox?tab=closed&q=${encodeURIComponent(title)}`)
  await expect(page.locator(`a[data-case="${caseId}"]`).first()).toBeVisible()
})

test('Postgres stopped: who is signed in stays so, who is not is told why they have to wait', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const [mine, theirs] = [await open(ben), await open(null)]
  // A token that was used is known for a while.
  await timed('/api/v1/status')
  await mine.goto('/inbox')
  await expect(rows(mine).first()).toBeVisible()
  await theirs.goto('/sign-in')
  const place = (await rows(mine).first().boundingBox())?.y
  stopService('postgres')
  await expect(note(mine, 'The database does not answer since')).toBeVisible(NOTICED)
  await expect(mine.getByText('This list comes from Temporal')).toBeVisible(NOTICED)
  // No other row slides under the pointer.
  expect((await rows(mine).first().boundingBox())?.y).toBe(place)
  expect(await openTimed(mine, '/inbox')).toBeLessThan(PAGE_MS)
  await expect(rows(mine).first()).toBeVisible()
  await theirs.getByLabel('E-mail').fill(ana.email)
  await theirs.getByLabel('Password', { exact: true }).fill(ana.password)
  await theirs.getByRole('button', { name: 'Sign in' }).click()
  await expect(theirs.getByText('The database cannot be reached right now')).toBeVisible()
  await expect(theirs.getByLabel('E-mail')).toHaveValue(ana.email)
  const { status, ms } = await timed('/api/v1/status')
  expect(status).toBe(200)
  expect(ms).toBeLessThan(3_000 + BUSY_MS)
})

/** What a busy machine adds to a promise in seconds. */
const BUSY_MS = 1_500

const timed = async (path: string) => {
  const startedAt = Date.now()
  const { status } = await call(path, { as: ana })
  return { status, ms: Date.now() - startedAt }
}

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
  await expect(refusal).toContainText('cannot be taken right now', NOTICED)
  await expect(refusal).toContainText('What you typed is kept.')
  await expect(note(page, 'Temporal does not answer since')).toBeVisible(NOTICED)
  await expect(page.getByText(STALE)).toBeVisible(NOTICED)
  expect(await findAccessibilityViolations(page)).toEqual([])

  const other = await open(ana)
  expect(await openTimed(other, `/inbox?case=${caseId}`)).toBeLessThan(PAGE_MS)
  await expect(rows(other).first()).toBeVisible()
  await expect(other.getByText(STALE)).toBeVisible()

  resumeService('temporal')
  await expect(note(page, 'Temporal does not answer')).toBeHidden(NOTICED)
  await expect(page.getByText(STALE)).toBeHidden(NOTICED)
  await refusal.getByRole('button', { name: 'Try again' }).click()
  await expect(decisionCard(page)).toContainText(`Rejected by ${ana.name}`, NOTICED)
  await expect(decisionCard(page)).toContainText('The receipt is missing')
})

test('Temporal stopped: a comment is refused, comes back to its field, and can be sent again', async ({
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
  await expect(refusal).toBeVisible(NOTICED)
  await expect(field).toHaveValue('Asked the warehouse')
  resumeService('temporal')
  await expect(note(page, 'Temporal does not answer')).toBeHidden(NOTICED)
  await refusal.getByRole('button', { name: 'Try again' }).click()
  await expect(
    page.getByRole('region', { name: 'What happened' }).getByText('Asked the warehouse'),
  ).toHaveCount(1, NOTICED)
  await expect(refusal).toBeHidden()
})

test('worker stopped: a decision is sent once, shown as sent, and done when a worker is back', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without a worker' })
  const page = await open(ana)
  await openCase(page, caseId)
  stopService('worker')
  await approve(page)
  await expect(decisionCard(page).getByText('We have not heard back')).toBeVisible(NOTICED)
  await page.reload()
  await expect(page.getByText(STALE)).toBeVisible(NOTICED)
  await expect(note(page, 'No worker is running since')).toBeVisible(NOTICED)
  expect(await findAccessibilityViolations(page)).toEqual([])

  resumeService('worker')
  await expect(decided(page)).toBeVisible(NOTICED)
  await expect(note(page, 'No worker is running')).toBeHidden(NOTICED)
})

test('Postgres and Temporal stopped: every page answers, says both, and waits for nothing', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without both' })
  const page = await open(ana)
  await openCase(page, caseId)
  stopService('postgres')
  stopService('temporal')
  await expect(note(page, 'Temporal and the database do not answer since')).toBeVisible(NOTICED)
  // What was read before stays.
  await expect(page.getByRole('heading', { level: 1, name: 'Without both' })).toBeVisible()
  for (const path of ['/inbox', `/cases/${caseId}`, '/account']) {
    expect(await openTimed(page, path), path).toBeLessThan(PAGE_MS)
    await expect(page.getByRole('alert').first()).toBeVisible()
    await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
  }
  await expect(notes(page).getByRole('status')).toHaveCount(1, NOTICED)
  expect(await findAccessibilityViolations(page)).toEqual([])
  resumeService('temporal')
  resumeService('postgres')
  await page.goto(`/cases/${caseId}`)
  await expect(approveButton(page)).toBeEnabled(NOTICED)
})

test('a note that comes moves no row and nothing above it', async ({ open, watch }) => {
  expectFailures(watch)
  await startApproval(supervisor, { title: 'Stays where it is' })
  const page = await open(ana)
  await page.goto('/inbox')
  const parts: Locator[] = [
    page.getByRole('heading', { level: 1 }),
    page.getByRole('searchbox'),
    rows(page).first(),
  ]
  await expect(rows(page).first()).toBeVisible()
  const places = () => Promise.all(parts.map(async (part) => (await part.boundingBox())?.y))
  const before = await places()
  await page.route('**/api/v1/status', async (route) => {
    const { asOf } = await (await route.fetch()).json()
    await route.fulfill({ json: { asOf, down: { listener: asOf } } })
  })
  await expect(note(page, 'Live updates are interrupted')).toBeVisible(NOTICED)
  expect(await places()).toEqual(before)
  await page.unroute('**/api/v1/status')
  await expect(note(page, 'Live updates are interrupted')).toBeHidden(NOTICED)
  expect(await places()).toEqual(before)
})

test('web stopped: the page keeps what it shows and says that the server is away', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without a server' })
  const page = await open(ana)
  await openCase(page, caseId)
  stopService('web')
  await expect(note(page, 'The server cannot be reached')).toBeVisible(NOTICED)
  await expect(page.getByRole('heading', { level: 1, name: 'Without a server' })).toBeVisible()
  resumeService('web')
  await expect(note(page, 'The server is back')).toBeVisible(NOTICED)
  await approve(page)
  await expect(decided(page)).toBeVisible()
})

test('live stream held back: the page says so, asks by itself and follows all the same', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without a stream' })
  const [mine, colleague] = [await open(ana), await open(ben)]
  await mine.route('**/api/v1/events', (route) => route.abort())
  await openCase(mine, caseId)
  await expect(note(mine, 'Live updates are interrupted')).toBeVisible(NOTICED)
  await openCase(colleague, caseId)
  await approve(colleague)
  await expect(decided(mine)).toBeVisible(NOTICED)
  expect(await findAccessibilityViolations(mine)).toEqual([])
})
