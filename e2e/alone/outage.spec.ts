import type { Page } from '@playwright/test'
import { startApproval } from '../support/api'
import { approve, approveButton, decisionCard, openCase } from '../support/console'
import { findings } from '../support/findings'
import { resumeAll, resumePart, stopPart } from '../support/parts'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, supervisor } = people

/** Until a banner stands: the browser asks every 10 s, sooner after a failure. */
const NOTICED = { timeout: 30_000 }

const banner = (page: Page, title: string) => page.getByRole('status').filter({ hasText: title })
const decided = (page: Page) => decisionCard(page).getByText(/^Approved by/)

/** An outage fails requests, and browsers say so. */
const expectFailures = (watch: { expectComplaint(pattern: RegExp): void }) =>
  watch.expectComplaint(/status of (?:50\d|202)|ERR_|Failed to load resource/)

test.describe.configure({ mode: 'serial' })
test.afterEach(resumeAll)

test('Postgres stopped: lists come from Temporal, cases are read and decided, and the page says so', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const title = `Without a database ${Date.now()}`
  const caseId = await startApproval(supervisor, { title })
  const page = await open(ana)
  await openCase(page, caseId)
  stopPart('postgres')
  await expect(banner(page, 'The database does not answer since')).toBeVisible(NOTICED)
  await expect(banner(page, 'The database does not answer')).toContainText(
    'decisions, claims and comments go on',
  )

  await approve(page)
  await expect(decided(page)).toBeVisible()
  const waiting = await rowsOfInbox(page)
  expect(waiting).toBeGreaterThan(0)
  expect(await findings(page)).toEqual([])

  resumePart('postgres')
  await expect(banner(page, 'The database answers again')).toBeVisible(NOTICED)
  await expect(banner(page, 'The database does not answer')).toBeHidden()
  await page.goto(`/inbox?tab=closed&q=${encodeURIComponent(title)}`)
  await expect(page.locator(`a[data-case="${caseId}"]`).first()).toBeVisible()
})

/** Opens the inbox anew, which Temporal lists, and counts its rows. */
const rowsOfInbox = async (page: Page): Promise<number> => {
  await page.goto('/inbox')
  await expect(page.locator('a[data-case]').first()).toBeVisible()
  return page.locator('a[data-case]').count()
}

test('Temporal stopped: lists and last states are shown, a decision is refused and works when pressed again', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without Temporal' })
  const page = await open(ana)
  await openCase(page, caseId)
  stopPart('temporal')
  await approve(page)
  await expect(decisionCard(page).getByRole('alert')).toContainText('cannot be taken right now', NOTICED)
  await expect(banner(page, 'Temporal does not answer since')).toBeVisible(NOTICED)
  await page.goto(`/inbox?case=${caseId}`)
  await expect(page.locator(`a[data-case="${caseId}"]`).first()).toBeVisible()
  await expect(page.getByText('This may be older than it looks')).toBeVisible(NOTICED)
  expect(await findings(page)).toEqual([])

  resumePart('temporal')
  await expect(banner(page, 'Temporal does not answer')).toBeHidden(NOTICED)
  await expect(page.getByText('This may be older than it looks')).toBeHidden(NOTICED)
  await approveButton(page).click()
  await expect(decided(page)).toBeVisible(NOTICED)
})

test('worker stopped: a decision is sent once, shown as sent, and done when a worker is back', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without a worker' })
  const page = await open(ana)
  await openCase(page, caseId)
  stopPart('worker')
  await approve(page)
  await expect(decisionCard(page).getByText('We have not heard back')).toBeVisible(NOTICED)
  await page.reload()
  await expect(page.getByText('This may be older than it looks')).toBeVisible(NOTICED)
  await expect(banner(page, 'No worker is running since')).toBeVisible(NOTICED)
  expect(await findings(page)).toEqual([])

  resumePart('worker')
  await expect(decided(page)).toBeVisible(NOTICED)
  await expect(banner(page, 'No worker is running')).toBeHidden(NOTICED)
})

test('web stopped: the page keeps what it shows and says that the server is away', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without a server' })
  const page = await open(ana)
  await openCase(page, caseId)
  stopPart('web')
  await expect(banner(page, 'The server cannot be reached')).toBeVisible(NOTICED)
  await expect(page.getByRole('heading', { name: 'Without a server' })).toBeVisible()
  resumePart('web')
  await expect(banner(page, 'The server is back')).toBeVisible(NOTICED)
  await approve(page)
  await expect(decided(page)).toBeVisible()
})

test('live stream held back: the page says so, asks by itself and follows all the same', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without a stream' })
  const [mine, colleague] = [await open(ana), await open(people.ben)]
  await mine.route('**/api/v1/events', (route) => route.abort())
  await openCase(mine, caseId)
  await expect(banner(mine, 'Live updates are interrupted')).toBeVisible(NOTICED)
  await openCase(colleague, caseId)
  await approve(colleague)
  await expect(decided(mine)).toBeVisible(NOTICED)
  expect(await findings(mine)).toEqual([])
})
