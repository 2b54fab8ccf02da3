import type { CaseCounts } from '../../temporal/contract/cases/case-filter'
import { call, expectBody } from '../support/api'
import { readLayoutShift, recordLayoutShifts } from '../support/checks/layout-shift'
import { approve, caseRow, decisionCard } from '../support/pages/console'
import {
  openList,
  readTitles,
  rowCheckbox,
  rowLink,
  selectedRows,
  selectionBar,
  startApprovals,
  WIDE,
} from '../support/pages/inbox'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, ben } = people

test.describe('unread', () => {
  test('until it was opened, again after a change by a colleague, not after an own change', async ({
    open,
  }) => {
    const tag = uniqueWord('inbox')
    const [id = ''] = await startApprovals([`Unread ${tag}`])
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

  test('or read, as marked by hand', async ({ open }) => {
    const tag = uniqueWord('inbox')
    await startApprovals([`Marked ${tag}`])
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
    await rowCheckbox(page, tag).check({ force: true })
    await selectionBar(page).getByRole('button', { name: 'Mark as read' }).click()
    await expect(row).not.toContainText('Unread:')
    await page.reload()
    await expect(row).toBeVisible()
    await expect(row).not.toContainText('Unread:')
  })
})

test.describe('live', () => {
  test('new cases are announced above the rows and appear on request, also with a selection', async ({
    open,
  }) => {
    const tag = uniqueWord('inbox')
    await startApprovals([`b ${tag}`, `c ${tag}`])
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 2)
    await rowCheckbox(page, `c ${tag}`).check({ force: true })
    await caseRow(page, `b ${tag}`).hover()
    await startApprovals([`a ${tag}`])
    const announced = page.getByRole('button', { name: '1 new' })
    await expect(announced).toBeVisible()
    expect(await readTitles(page)).toEqual([`b ${tag}`, `c ${tag}`])
    await announced.click()
    await expect.poll(() => readTitles(page)).toEqual([`a ${tag}`, `b ${tag}`, `c ${tag}`])
    await expect(selectedRows(page)).toContainText(`c ${tag}`)
  })

  test('the title of every page shows the number of waiting cases, and its change shifts nothing', async ({
    open,
  }) => {
    const tag = uniqueWord('inbox')
    await startApprovals([`Counted ${tag}`])
    const page = await open(ana, WIDE)
    await recordLayoutShifts(page)
    // Only rows of this test, so that no other test moves any.
    await openList(page, `/inbox?q=${tag}`, 1)
    await expect(page).toHaveTitle(/^\(\d[\d,]*\) Inbox/)
    const shown = async () => Number(/^\((\d[\d,]*)\)/.exec(await page.title())?.[1]?.replace(',', ''))
    const counted = async () => {
      const { mine, unassigned } = expectBody(await call<CaseCounts>('/api/v1/cases/counts', { as: ana }))
      return mine + unassigned
    }
    // Other tests change the counts, so the title is compared with the counts of the same moment.
    const difference = async () => (await shown()) - (await counted())
    await expect.poll(difference).toBe(0)
    const before = await readLayoutShift(page)
    // One after the other: a row that belongs between shown ones is announced, not inserted.
    for (const n of [1, 2, 3]) {
      await startApprovals([`Counted too ${n} ${tag}`], { deadlineMs: (1_440 + n) * 60_000 })
      await expect(caseRow(page, '')).toHaveCount(1 + n)
    }
    await expect.poll(difference).toBe(0)
    expect((await readLayoutShift(page)) - before).toBeLessThan(0.005)
    await page.getByRole('link', { name: 'Account' }).click()
    await expect(page).toHaveTitle(/^\(\d[\d,]*\) Account/)
  })

  test('after a decision the most urgent case that the agent may decide is next', async ({ open }) => {
    const tag = uniqueWord('inbox')
    const minutes = (count: number) => ({ deadlineMs: count * 60_000 })
    await startApprovals([`urgent but foreign ${tag}`], { ...minutes(5), group: 'finance' })
    await startApprovals([`urgent ${tag}`], minutes(10))
    const [middle] = await startApprovals([`middle ${tag}`], minutes(20))
    await startApprovals([`late ${tag}`], minutes(30))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 4)
    await page.goto(`/inbox?q=${tag}&case=${middle}`)
    await approve(page)
    const next = decisionCard(page).getByRole('link', { name: /^Next/ })
    await expect(next).toHaveText(new RegExp(`Next: urgent ${tag}`))
  })
})
