import { call, expectBody } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { caseRow, decisionCard } from '../support/pages/console'
import { openList, readTitles, rowLink, selectionBar, startApprovals, WIDE } from '../support/pages/inbox'
import { people, stack } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, ben, supervisor } = people

test.describe('rows', () => {
  test('are a table while no case is open, and have two lines beside an open case', async ({ open }) => {
    const tag = uniqueWord('inbox')
    const [first = ''] = await startApprovals([`Refund ${tag}`])
    expectBody(await call(`/api/v1/cases/${first}/claim`, { as: ben, body: {} }))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 1)
    for (const name of ['Case', 'Amount', 'Requester', 'Assignee', 'Group', 'State', 'Due', 'Updated'])
      await expect(page.getByRole('columnheader', { name })).toBeVisible()
    const row = caseRow(page, tag)
    for (const text of ['$10.00', supervisor.name, ben.name, 'Risk', 'Claimed', 'due '])
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

  test('show an unassigned case and a missing deadline', async ({ open }) => {
    const tag = uniqueWord('inbox')
    await startApprovals([`Write off ${tag}`], { deadlineMs: null })
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 1)
    await expect(caseRow(page, tag)).toContainText('Unassigned')
    await expect(caseRow(page, tag)).toContainText('no deadline')
  })

  test('are 32 px high when compact', async ({ open }) => {
    const tag = uniqueWord('inbox')
    const [first] = await startApprovals([`Compact ${tag}`])
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
      const tag = uniqueWord('inbox')
      await startApprovals([`Beta ${tag}`, `Alpha ${tag}`, `Gamma ${tag}`])
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

  test('have a maximum width up to 2,560 px and never scroll horizontally', async ({ open }) => {
    const tag = uniqueWord('inbox')
    await startApprovals([`Wide ${tag}`])
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

test.describe('filters', () => {
  test('are shown as removable chips, including dates and people', async ({ open }) => {
    const tag = uniqueWord('inbox')
    const [first = ''] = await startApprovals([`Chip ${tag}`])
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

  test('that are unknown are reported, and so is an unknown case', async ({ open }) => {
    const page = await open(ana, WIDE)
    await page.goto('/inbox?foo=1&state=NOPE&case=nonsense')
    const notice = page.getByRole('status').filter({ hasText: 'left out' })
    await expect(notice).toContainText('Unknown filters “foo”, “state=NOPE” were left out')
    await expect(notice).toContainText('There is no case “nonsense”')
    await notice.getByRole('link', { name: 'Dismiss' }).click()
    await expect(notice).toHaveCount(0)
    await expect(page).toHaveURL(/\/inbox$/)
  })

  test('apply to the counts of the tabs', async ({ open }) => {
    const tag = uniqueWord('inbox')
    const [first = ''] = await startApprovals([`One ${tag}`, `Two ${tag}`, `Three ${tag}`])
    expectBody(await call(`/api/v1/cases/${first}/claim`, { as: ana, body: {} }))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 3)
    const tabs = page.getByRole('navigation', { name: 'Views of Inbox' })
    await expect(tabs.getByRole('link', { name: /^All/ })).toHaveText('All3')
    await expect(tabs.getByRole('link', { name: /^Mine/ })).toHaveText('Mine1')
    await expect(tabs.getByRole('link', { name: /^Unassigned/ })).toHaveText('Unassigned2')
  })
})

test.describe('accessibility', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`no finding when idle, with a selection, with a reason, and with open filters, in ${colorScheme}`, async ({
      open,
    }) => {
      const tag = uniqueWord('inbox')
      const ids = await startApprovals(['a', 'b'].map((n) => `${n} ${tag}`))
      expectBody(await call(`/api/v1/cases/${ids[0]}/claim`, { as: ben, body: {} }))
      const page = await open(ana, { ...WIDE, colorScheme, reducedMotion: 'reduce' })
      await openList(page, `/inbox?q=${tag}`, 2)
      expect(await findAccessibilityViolations(page)).toEqual([])
      await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
      await expect(selectionBar(page)).toContainText('2 selected')
      expect(await findAccessibilityViolations(page)).toEqual([])
      await selectionBar(page).getByRole('button', { name: 'Reject' }).click()
      await expect(selectionBar(page).getByRole('textbox')).toBeFocused()
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
