import type { Locator, Page } from '@playwright/test'
import type { ApprovalData } from '../../temporal/contract/cases/case'
import type { CaseCounts } from '../../temporal/contract/cases/case-filter'
import { findAccessibilityViolations } from '../support/accessibility'
import { call, decide, expectBody, readCase, startApproval } from '../support/api'
import { approve, caseRow, decisionCard } from '../support/console'
import { readLayoutShift, recordLayoutShifts } from '../support/layout-shift'
import { mapLimited } from '../support/map-limited'
import { people, stack } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, ben, supervisor } = people
const WIDE = { viewport: { width: 1440, height: 900 } }

let words = 0
/** A word that only one test's cases have. */
const word = (): string => {
  words += 1
  return `inbox${Date.now()}${process.pid}x${words}`
}

const startAll = (titles: readonly string[], wish: Record<string, unknown> = {}): Promise<string[]> =>
  mapLimited(titles, 8, (title, n) =>
    startApproval(supervisor, { title, amountCents: (n + 1) * 1_000, currency: 'USD', ...wish }),
  )

/** Opens a list and waits until all of `count` rows are there. */
const openList = async (page: Page, path: string, count: number): Promise<void> => {
  await expect(async () => {
    await page.goto(path)
    await expect(caseRow(page, '')).toHaveCount(count, { timeout: 2_000 })
  }).toPass()
  // What runs commands has come to life once the page says that it is live.
  await expect(page.getByText(/^live$/i).first()).toBeVisible()
}

const readTitles = (page: Page): Promise<string[]> => page.locator('a[data-case]').allInnerTexts()
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Selection' })
const selected = (page: Page): Locator => page.locator('tr[data-selected=true]')
const rowLink = (page: Page, title: string): Locator => caseRow(page, title).getByRole('link')
const check = (page: Page, title: string): Locator => caseRow(page, title).getByRole('checkbox')

test.describe('rows', () => {
  test('fill the page as a table while no case is open, and stand in two lines beside one', async ({
    open,
  }) => {
    const tag = word()
    const [first = ''] = await startAll([`Refund ${tag}`])
    expectBody(await call(`/api/v1/cases/${first}/claim`, { as: ben, body: {} }))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 1)
    for (const name of ['Case', 'Amount', 'Requester', 'Assignee', 'Group', 'State', 'Due', 'Updated'])
      await expect(page.getByRole('columnheader', { name })).toBeVisible()
    const row = caseRow(page, tag)
    for (const text of ['$10.00', supervisor.name, ben.name, 'Risk', 'Claimed', 'due in'])
      await expect(row.getByText(text).filter({ visible: true }).first()).toBeVisible()
    await expect(row).not.toContainText('Unassigned')
    expect((await row.boundingBox())?.height).toBe(44)

    await rowLink(page, tag).click()
    await expect(decisionCard(page)).toBeVisible()
    await expect(page.getByRole('columnheader')).toHaveCount(0)
    await expect(row.getByText(`from ${supervisor.name}`)).toBeVisible()
    await expect(row.getByText(ben.name, { exact: true })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Sort' })).toBeVisible()
  })

  test('say that nobody has a case, and that it has no deadline', async ({ open }) => {
    const tag = word()
    await startAll([`Write off ${tag}`], { deadlineMs: null })
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 1)
    await expect(caseRow(page, tag)).toContainText('Unassigned')
    await expect(caseRow(page, tag)).toContainText('no deadline')
  })

  test('are 32 px high where they are compact', async ({ open }) => {
    const tag = word()
    const [first] = await startAll([`Compact ${tag}`])
    const page = await open(ana, WIDE)
    await page.context().addCookies([{ name: 'density', value: 'compact', url: stack.url }])
    await openList(page, `/inbox?q=${tag}`, 1)
    expect((await caseRow(page, tag).boundingBox())?.height).toBe(32)
    await page.goto(`/inbox?q=${tag}&case=${first}`)
    expect((await caseRow(page, tag).boundingBox())?.height).toBe(32)
  })

  for (const javaScriptEnabled of [true, false])
    test(`every column sorts, ${javaScriptEnabled ? 'in place' : 'also without JavaScript'}`, async ({
      open,
    }) => {
      const tag = word()
      await startAll([`Beta ${tag}`, `Alpha ${tag}`, `Gamma ${tag}`])
      const page = await open(ana, { ...WIDE, javaScriptEnabled })
      await expect(async () => {
        await page.goto(`/inbox?q=${tag}`)
        await expect(caseRow(page, '')).toHaveCount(3, { timeout: 2_000 })
      }).toPass()
      const header = (name: string) => page.getByRole('columnheader', { name })
      await header('Amount').getByRole('link').click()
      await expect(header('Amount')).toHaveAttribute('aria-sort', 'descending')
      await expect.poll(() => readTitles(page)).toEqual([`Gamma ${tag}`, `Alpha ${tag}`, `Beta ${tag}`])
      await header('Case').getByRole('link').click()
      await expect(header('Case')).toHaveAttribute('aria-sort', 'ascending')
      await expect.poll(() => readTitles(page)).toEqual([`Alpha ${tag}`, `Beta ${tag}`, `Gamma ${tag}`])
      for (const name of ['Requester', 'Assignee', 'Group', 'State', 'Due', 'Updated']) {
        await header(name).getByRole('link').click()
        await expect(header(name)).toHaveAttribute('aria-sort', /ending$/)
        await expect(caseRow(page, '')).toHaveCount(3)
      }
    })

  test('stay composed up to 2,560 px and never scroll sideways', async ({ open }) => {
    const tag = word()
    await startAll([`Wide ${tag}`])
    for (const [width, most] of [
      [2_560, 1_760],
      [1_024, 1_024],
      [360, 360],
    ] as const) {
      const page = await open(ana, { viewport: { width, height: 900 } })
      await openList(page, `/inbox?q=${tag}`, 1)
      expect((await caseRow(page, tag).boundingBox())?.width).toBeLessThanOrEqual(most)
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }))
      expect(scroll).toBeLessThanOrEqual(client)
    }
  })
})

test.describe('what narrows the list', () => {
  test('shows as chips that can be removed, dates and people included', async ({ open }) => {
    const tag = word()
    const [first = ''] = await startAll([`Chip ${tag}`])
    expectBody(await call(`/api/v1/cases/${first}/claim`, { as: ben, body: {} }))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 1)
    await page.getByRole('button', { name: 'Filter' }).click()
    const panel = page.getByRole('dialog', { name: 'Filter' })
    await panel.getByLabel('Assignee').selectOption(ben.name)
    await panel.getByLabel('Created from').fill('2020-01-31')
    await panel.getByRole('button', { name: 'Show' }).click()
    const chips = page.getByRole('list', { name: 'Filters' })
    await expect(chips).toContainText(`Assigned to ${ben.name}`)
    await expect(chips).toContainText('created from 31 Jan 2020')
    await expect(caseRow(page, tag)).toBeVisible()
    await page.goto(`/inbox?q=${tag}&to=2020-01-31`)
    await expect(page.getByText('Nothing matches')).toBeVisible()
    await page.getByRole('link', { name: 'Remove filter: created to 31 Jan 2020' }).click()
    await expect(caseRow(page, tag)).toBeVisible()
  })

  test('is told where nobody knows it, and so is a case that is none', async ({ open }) => {
    const page = await open(ana, WIDE)
    await page.goto('/inbox?foo=1&state=NOPE&case=nonsense')
    const notice = page.getByRole('status').filter({ hasText: 'left out' })
    await expect(notice).toContainText('Unknown filters “foo”, “state=NOPE” were left out')
    await expect(notice).toContainText('There is no case “nonsense”')
    await notice.getByRole('link', { name: 'Dismiss' }).click()
    await expect(notice).toHaveCount(0)
    await expect(page).toHaveURL(/\/inbox$/)
  })

  test('counts on the tabs too', async ({ open }) => {
    const tag = word()
    const [first = ''] = await startAll([`One ${tag}`, `Two ${tag}`, `Three ${tag}`])
    expectBody(await call(`/api/v1/cases/${first}/claim`, { as: ana, body: {} }))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 3)
    const tabs = page.getByRole('navigation', { name: 'Views of Inbox' })
    await expect(tabs.getByRole('link', { name: /^All/ })).toHaveText('All3')
    await expect(tabs.getByRole('link', { name: /^Mine/ })).toHaveText('Mine1')
    await expect(tabs.getByRole('link', { name: /^Unassigned/ })).toHaveText('Unassigned2')
  })
})

test.describe('selection', () => {
  test('by mouse: a box, a range with shift, all of the page', async ({ open }) => {
    const tag = word()
    await startAll(['a', 'b', 'c', 'd', 'e'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 5)
    await caseRow(page, `b ${tag}`).hover()
    await check(page, `b ${tag}`).click()
    await expect(bar(page)).toContainText('1 selected')
    await caseRow(page, `d ${tag}`).click({ modifiers: ['Shift'] })
    await expect(bar(page)).toContainText('3 selected')
    await expect(selected(page)).toHaveCount(3)
    await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
    await expect(bar(page)).toContainText('5 selected')
    await page.keyboard.press('Escape')
    await expect(bar(page)).toHaveCount(0)
    await expect(page).not.toHaveURL(/case=/)
  })

  test('by keys: x, shift and a move, all, Escape', async ({ open }) => {
    const tag = word()
    await startAll(['a', 'b', 'c', 'd'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 4)
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+J')
    await page.keyboard.press('Shift+J')
    await expect(bar(page)).toContainText('3 selected')
    await expect(rowLink(page, `c ${tag}`)).toBeFocused()
    await page.keyboard.press('*')
    await page.keyboard.press('a')
    await expect(bar(page)).toContainText('4 selected')
    await page.keyboard.press('Escape')
    await expect(selected(page)).toHaveCount(0)
  })

  test('outlives live changes, an opened case, another place and the way back', async ({ open }) => {
    const tag = word()
    const ids = await startAll(['a', 'b', 'c'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 3)
    await check(page, `a ${tag}`).check({ force: true })
    await check(page, `c ${tag}`).check({ force: true })
    expectBody(await call(`/api/v1/cases/${ids[0]}/claim`, { as: ben, body: {} }))
    await expect(caseRow(page, `a ${tag}`)).toContainText('Claimed')
    await expect(bar(page)).toContainText('2 selected')
    await rowLink(page, `b ${tag}`).click()
    await expect(decisionCard(page)).toBeVisible()
    await expect(bar(page)).toContainText('2 selected')
    await page.keyboard.press('u')
    await page.getByRole('link', { name: 'Orders' }).click()
    await expect(page).toHaveURL(/\/orders/)
    await expect(caseRow(page, '').first()).toBeVisible()
    await expect(selected(page)).toHaveCount(0)
    await page.goBack()
    await expect(selected(page)).toHaveCount(2)
  })

  test('outlives paging, and says what is not on this page; scroll comes back too', async ({ open }) => {
    const tag = word()
    await startAll(Array.from({ length: 53 }, (_, n) => `${String(n).padStart(2, '0')} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 50)
    await expect(page.getByText('1–50 of 53')).toBeVisible()
    await check(page, `00 ${tag}`).check({ force: true })
    await page.keyboard.press(']')
    await expect(caseRow(page, '')).toHaveCount(3)
    await expect(bar(page)).toContainText('1 selected, 1 not on this page')
    await page.keyboard.press('[')
    await expect(selected(page)).toHaveCount(1)
    const far = caseRow(page, `40 ${tag}`)
    await far.scrollIntoViewIfNeeded()
    const before = await far.boundingBox()
    // The browser tells of scrolling with its next frame.
    const isKept = () =>
      page.evaluate(() =>
        Object.entries(sessionStorage).some(([name, top]) => name.startsWith('scroll:') && top !== '0'),
      )
    await expect.poll(isKept).toBe(true)
    await page.keyboard.press(']')
    await expect(caseRow(page, '')).toHaveCount(3)
    await page.goBack()
    await expect(caseRow(page, '')).toHaveCount(50)
    await expect.poll(async () => (await far.boundingBox())?.y).toBe(before?.y)
  })
})

test.describe('many at once', () => {
  test('says before who is left out, and afterwards who was faster', async ({ open, watch }) => {
    watch.expectComplaint(/status of 409/)
    const tag = word()
    const [one, two] = await startAll([`one ${tag}`, `two ${tag}`])
    await startAll([`three ${tag}`], { group: 'finance' })
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 3)
    await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
    await bar(page).getByRole('button', { name: 'Approve' }).click()
    await expect(bar(page)).toContainText('Approve 2 cases, $30.00 in total?')
    await expect(bar(page)).toContainText('1 left out: Only members of Finance may do this')
    expectBody(await decide(ben, two ?? '', { decision: 'rejected', comment: 'Asked twice' }))
    // Changes the version of the case, and not what is asked.
    expectBody(await call(`/api/v1/cases/${one}/comment`, { as: ben, body: { text: 'Looks fine' } }))
    await bar(page).getByRole('button', { name: 'Approve 2' }).click()
    await expect(bar(page)).toContainText('1 approved, 1 refused')
    await expect(bar(page).getByRole('list', { name: 'Refused' })).toContainText(
      new RegExp(`two ${tag}: ${ben.name} rejected this at`),
    )
    expect((await readCase(ana, one ?? '')).caseDetails.status).toBe('APPROVED')
    await bar(page).getByRole('button', { name: 'Done' }).click()
    await expect(bar(page)).not.toContainText('refused')
  })

  test('answers no question that was asked after the list was read', async ({ open, watch }) => {
    watch.expectComplaint(/status of 409/)
    const tag = word()
    const escalates = { deadlineMs: 10_000, onDeadline: { action: 'escalate', group: 'risk' } }
    const [id = ''] = await startAll([`asked ${tag}`], escalates)
    const roundOf = async () => ((await readCase(ana, id)).caseDetails.caseData as ApprovalData).round
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 1)
    await check(page, tag).check({ force: true })
    // The list stays as it was read.
    await page.route('**/api/v1/cases?*', () => {})
    await bar(page).getByRole('button', { name: 'Approve' }).click()
    await expect(bar(page)).toContainText('Approve 1 case')
    expect(await roundOf()).toBe(1)
    await expect.poll(roundOf, { timeout: 20_000 }).toBe(2)
    await bar(page).getByRole('button', { name: 'Approve 1' }).click()
    await expect(bar(page)).toContainText('0 approved, 1 refused')
    await expect(bar(page).getByRole('list', { name: 'Refused' })).toContainText(
      'no longer the one being asked',
    )
    expect((await readCase(ana, id)).caseDetails.status).toBe('OPEN')
  })

  test('covers nothing newer with an answer that comes late', async ({ open }) => {
    const tag = word()
    const [id = ''] = await startAll([`late ${tag}`])
    const page = await open(ana, WIDE)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/claim', async (route) => {
      const response = await route.fetch()
      await held
      await route.fulfill({ response })
    })
    await openList(page, `/inbox?q=${tag}&case=${id}`, 1)
    await check(page, tag).check({ force: true })
    await bar(page).getByRole('button', { name: 'Claim' }).click()
    await expect.poll(async () => (await readCase(ana, id)).caseDetails.status).toBe('CLAIMED')
    expectBody(await call(`/api/v1/cases/${id}/comment`, { as: ben, body: { text: 'After the claim' } }))
    await expect(page.getByText('After the claim')).toBeVisible()
    // Nothing that is read again puts right what the answer did.
    await page.route(`**/api/v1/cases/${id}?*`, () => {})
    release()
    await expect(bar(page)).toContainText('1 claimed')
    await bar(page).getByRole('button', { name: 'Done' }).click()
    await expect(bar(page)).toHaveCount(0)
    await expect(page.getByText('After the claim')).toBeVisible()
  })

  test('rejects with one reason for all, by keys alone', async ({ open }) => {
    const tag = word()
    const ids = await startAll(['a', 'b', 'c'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 3)
    await page.keyboard.press('*')
    await page.keyboard.press('a')
    await expect(bar(page)).toContainText('3 selected')
    await page.keyboard.press('r')
    await expect(bar(page).getByRole('textbox')).toBeFocused()
    await page.keyboard.type('The same card three times')
    await page.keyboard.press('Control+Enter')
    await expect(bar(page)).toContainText('3 rejected')
    await expect(bar(page).getByRole('button', { name: 'Done' })).toBeFocused()
    for (const id of ids) {
      const { decision } = (await readCase(ana, id)).caseDetails.caseData as ApprovalData
      expect(decision).toMatchObject({ decision: 'rejected', comment: 'The same card three times' })
    }
  })

  test('claims and releases', async ({ open }) => {
    const tag = word()
    await startAll(['a', 'b'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 2)
    await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
    await bar(page).getByRole('button', { name: 'Claim' }).click()
    await expect(bar(page)).toContainText('2 claimed')
    await expect(caseRow(page, ana.name)).toHaveCount(2)
    await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
    await bar(page).getByRole('button', { name: 'Release' }).click()
    await expect(bar(page)).toContainText('2 released')
    await expect(caseRow(page, 'Unassigned')).toHaveCount(2)
  })

  test('goes on while the list is left, shows how far it is, and stops', async ({ open }) => {
    const tag = word()
    await startAll(['a', 'b', 'c', 'd', 'e', 'f', 'other'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/decision', async (route) => {
      await held
      await route.continue()
    })
    await openList(page, `/inbox?q=${tag}`, 7)
    await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
    await check(page, `other ${tag}`).uncheck({ force: true })
    await expect(bar(page)).toContainText('6 selected')
    await page.keyboard.press('a')
    await bar(page).getByRole('button', { name: 'Approve 6' }).click()
    await expect(bar(page)).toContainText('Approving 6 cases…')
    await expect(bar(page).getByRole('button', { name: 'Stop' })).toBeFocused()
    await check(page, `other ${tag}`).check({ force: true })
    await expect(bar(page).getByRole('progressbar')).toBeVisible()
    await expect(bar(page)).toContainText('0 of 6')
    await expect(caseRow(page, 'Approved')).toHaveCount(0)
    await page.getByRole('link', { name: 'Orders' }).click()
    await expect(page).toHaveURL(/\/orders/)
    await expect(bar(page)).toContainText('0 of 6')
    await page.goBack()
    await bar(page).getByRole('button', { name: 'Stop' }).click()
    await expect(bar(page)).toContainText('Stopping')
    release()
    await expect(bar(page)).toContainText('4 approved, 2 not sent')
    await expect(bar(page)).toContainText('3 selected')
    await expect(selected(page)).toContainText([`other ${tag}`])
  })
})

test.describe('keys', () => {
  test('move a cursor from anywhere, open, go on to the next case, and come back to the row', async ({
    open,
  }) => {
    const tag = word()
    await startAll(['a', 'b', 'c'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 3)
    await page.keyboard.press('j')
    await expect(rowLink(page, `a ${tag}`)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(rowLink(page, `b ${tag}`)).toBeFocused()
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    const title = page.locator('#case-title')
    await expect(title).toHaveText(`a ${tag}`)
    await expect(title).toBeFocused()
    await page.keyboard.press('j')
    await expect(title).toHaveText(`b ${tag}`)
    await expect(title).toBeFocused()
    await expect(caseRow(page, `b ${tag}`)).toHaveAttribute('aria-current', 'true')
    await page.keyboard.press('u')
    await expect(rowLink(page, `b ${tag}`)).toBeFocused()
    await page.keyboard.press('o')
    await expect(title).toHaveText(`b ${tag}`)
    await page.keyboard.press('Escape')
    await expect(page).not.toHaveURL(/case=/)
    await expect(rowLink(page, `b ${tag}`)).toBeFocused()
  })

  test('reach the search, which says what it looks in', async ({ open }) => {
    const page = await open(ana, WIDE)
    await page.goto('/inbox')
    await expect(page.getByText(/^live$/i).first()).toBeVisible()
    await page.keyboard.press('/')
    const search = page.getByRole('searchbox')
    await expect(search).toBeFocused()
    await expect(search).toHaveAttribute('placeholder', /title, person, id, product/i)
    await page.keyboard.type('jx')
    await expect(search).toHaveValue('jx')
  })
})

test.describe('unread', () => {
  test('until it was opened, again when a colleague changes it, and not by what one does oneself', async ({
    open,
  }) => {
    const tag = word()
    const [id = ''] = await startAll([`Unread ${tag}`])
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 1)
    const row = caseRow(page, tag)
    await expect(row).toContainText('Unread:')
    await rowLink(page, tag).click()
    await expect(decisionCard(page)).toBeVisible()
    await expect(row).not.toContainText('Unread:')
    await decisionCard(page).getByRole('button', { name: 'Claim' }).click()
    await expect(decisionCard(page).getByRole('button', { name: 'Release' })).toBeVisible()
    await page.keyboard.press('u')
    await expect(row).toContainText(ana.name)
    await page.reload()
    await expect(row).toBeVisible()
    await expect(row).not.toContainText('Unread:')
    expectBody(await call(`/api/v1/cases/${id}/comment`, { as: ben, body: { text: 'Please look' } }))
    await expect(row).toContainText('Unread:')
  })

  test('or read, as one says', async ({ open }) => {
    const tag = word()
    await startAll([`Marked ${tag}`])
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 1)
    const row = caseRow(page, tag)
    await page.keyboard.press('j')
    await page.keyboard.press('Shift+I')
    await expect(row).not.toContainText('Unread:')
    await page.keyboard.press('Shift+U')
    await expect(row).toContainText('Unread:')
    await page.keyboard.press('Enter')
    await expect(decisionCard(page)).toBeVisible()
    await expect(row).not.toContainText('Unread:')
    await page.keyboard.press('Shift+U')
    await expect(page).not.toHaveURL(/case=/)
    await expect(row).toContainText('Unread:')
    await check(page, tag).check({ force: true })
    await bar(page).getByRole('button', { name: 'Mark as read' }).click()
    await expect(row).not.toContainText('Unread:')
    await page.reload()
    await expect(row).toBeVisible()
    await expect(row).not.toContainText('Unread:')
  })
})

test.describe('live', () => {
  test('new cases wait above the rows, in the table and with a selection, until they are asked for', async ({
    open,
  }) => {
    const tag = word()
    await startAll([`b ${tag}`, `c ${tag}`])
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 2)
    await check(page, `c ${tag}`).check({ force: true })
    await caseRow(page, `b ${tag}`).hover()
    await startAll([`a ${tag}`])
    const announced = page.getByRole('button', { name: '1 new' })
    await expect(announced).toBeVisible()
    expect(await readTitles(page)).toEqual([`b ${tag}`, `c ${tag}`])
    await announced.click()
    await expect.poll(() => readTitles(page)).toEqual([`a ${tag}`, `b ${tag}`, `c ${tag}`])
    await expect(selected(page)).toContainText(`c ${tag}`)
  })

  test('the tab says how many cases wait, on every page, and nothing shifts when that changes', async ({
    open,
  }) => {
    const tag = word()
    await startAll([`Counted ${tag}`])
    const page = await open(ana, WIDE)
    await recordLayoutShifts(page)
    // Only own rows, so that nothing moves but what this test moves.
    await openList(page, `/inbox?q=${tag}`, 1)
    await expect(page).toHaveTitle(/^\(\d[\d,]*\) Inbox/)
    const told = async () => Number(/^\((\d[\d,]*)\)/.exec(await page.title())?.[1]?.replace(',', ''))
    const counted = async () => {
      const { mine, unassigned } = expectBody(await call<CaseCounts>('/api/v1/cases/counts', { as: ana }))
      return mine + unassigned
    }
    // Others decide and ask meanwhile: what the tab says is compared with what is counted at that moment.
    const difference = async () => (await told()) - (await counted())
    await expect.poll(difference).toBe(0)
    const before = await readLayoutShift(page)
    await startAll([1, 2, 3].map((n) => `Counted too ${n} ${tag}`))
    await expect(caseRow(page, '')).toHaveCount(4)
    await expect.poll(difference).toBe(0)
    expect((await readLayoutShift(page)) - before).toBeLessThan(0.005)
    await page.getByRole('link', { name: 'Account' }).click()
    await expect(page).toHaveTitle(/^\(\d[\d,]*\) Account/)
  })

  test('after a decision the most urgent case that one may decide is next', async ({ open }) => {
    const tag = word()
    const minutes = (count: number) => ({ deadlineMs: count * 60_000 })
    await startAll([`urgent but foreign ${tag}`], { ...minutes(5), group: 'finance' })
    await startAll([`urgent ${tag}`], minutes(10))
    const [middle] = await startAll([`middle ${tag}`], minutes(20))
    await startAll([`late ${tag}`], minutes(30))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 4)
    await page.goto(`/inbox?q=${tag}&case=${middle}`)
    await approve(page)
    const next = decisionCard(page).getByRole('link', { name: /^Next/ })
    await expect(next).toHaveText(new RegExp(`Next: urgent ${tag}`))
  })
})

test.describe('accessibility', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`no finding at rest, with a selection, asking, and with filters open, in ${colorScheme}`, async ({
      open,
    }) => {
      const tag = word()
      const ids = await startAll(['a', 'b'].map((n) => `${n} ${tag}`))
      expectBody(await call(`/api/v1/cases/${ids[0]}/claim`, { as: ben, body: {} }))
      const page = await open(ana, { ...WIDE, colorScheme, reducedMotion: 'reduce' })
      await openList(page, `/inbox?q=${tag}`, 2)
      expect(await findAccessibilityViolations(page)).toEqual([])
      await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
      await expect(bar(page)).toContainText('2 selected')
      expect(await findAccessibilityViolations(page)).toEqual([])
      await bar(page).getByRole('button', { name: 'Reject' }).click()
      await expect(bar(page).getByRole('textbox')).toBeFocused()
      expect(await findAccessibilityViolations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Filter' }).click()
      await expect(page.getByRole('dialog', { name: 'Filter' })).toBeVisible()
      expect(await findAccessibilityViolations(page)).toEqual([])
      await page.goto(`/inbox?q=${tag}&foo=1&case=${ids[0]}`)
      await expect(decisionCard(page)).toBeVisible()
      expect(await findAccessibilityViolations(page)).toEqual([])
    })
})
