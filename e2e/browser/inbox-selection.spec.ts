import { call, expectBody } from '../support/api'
import { caseRow, decisionCard } from '../support/pages/console'
import {
  openList,
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

test.describe('selection', () => {
  test('by mouse: a checkbox, a range with shift, the whole page', async ({ open }) => {
    const tag = uniqueWord('inbox')
    await startApprovals(['a', 'b', 'c', 'd', 'e'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 5)
    await caseRow(page, `b ${tag}`).hover()
    await rowCheckbox(page, `b ${tag}`).click()
    await expect(selectionBar(page)).toContainText('1 selected')
    await caseRow(page, `d ${tag}`).click({ modifiers: ['Shift'] })
    await expect(selectionBar(page)).toContainText('3 selected')
    await expect(selectedRows(page)).toHaveCount(3)
    await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
    await expect(selectionBar(page)).toContainText('5 selected')
    await page.keyboard.press('Escape')
    await expect(selectionBar(page)).toHaveCount(0)
    await expect(page).not.toHaveURL(/case=/)
  })

  test('by keys: x, shift and a move, all, Escape', async ({ open }) => {
    const tag = uniqueWord('inbox')
    await startApprovals(['a', 'b', 'c', 'd'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 4)
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+J')
    await page.keyboard.press('Shift+J')
    await expect(selectionBar(page)).toContainText('3 selected')
    await expect(rowLink(page, `c ${tag}`)).toBeFocused()
    await page.keyboard.press('*')
    await page.keyboard.press('a')
    await expect(selectionBar(page)).toContainText('4 selected')
    await page.keyboard.press('Escape')
    await expect(selectedRows(page)).toHaveCount(0)
  })

  test('survives live changes, an opened case and navigation', async ({ open }) => {
    const tag = uniqueWord('inbox')
    const ids = await startApprovals(['a', 'b', 'c'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 3)
    await rowCheckbox(page, `a ${tag}`).check({ force: true })
    await rowCheckbox(page, `c ${tag}`).check({ force: true })
    expectBody(await call(`/api/v1/cases/${ids[0]}/claim`, { as: ben, body: {} }))
    await expect(caseRow(page, `a ${tag}`)).toContainText('Claimed')
    await expect(selectionBar(page)).toContainText('2 selected')
    await rowLink(page, `b ${tag}`).click()
    await expect(decisionCard(page)).toBeVisible()
    await expect(selectionBar(page)).toContainText('2 selected')
    await page.keyboard.press('u')
    await page.getByRole('link', { name: 'Orders' }).click()
    await expect(page).toHaveURL(/\/orders/)
    await expect(caseRow(page, '').first()).toBeVisible()
    await expect(selectedRows(page)).toHaveCount(0)
    await page.goBack()
    await expect(selectedRows(page)).toHaveCount(2)
  })

  test('survives paging and counts cases of other pages; the scroll position is restored', async ({
    open,
  }) => {
    const tag = uniqueWord('inbox')
    await startApprovals(Array.from({ length: 53 }, (_, n) => `${String(n).padStart(2, '0')} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 50)
    await expect(page.getByText('1–50 of 53')).toBeVisible()
    await rowCheckbox(page, `00 ${tag}`).check({ force: true })
    await page.keyboard.press(']')
    await expect(caseRow(page, '')).toHaveCount(3)
    await expect(selectionBar(page)).toContainText('1 selected, 1 not on this page')
    await page.keyboard.press('[')
    await expect(selectedRows(page)).toHaveCount(1)
    const far = caseRow(page, `40 ${tag}`)
    await far.scrollIntoViewIfNeeded()
    const before = await far.boundingBox()
    // The browser reports scrolling in its next frame.
    const isKept = () =>
      page.evaluate(() =>
        Object.entries(sessionStorage).some(
          ([name, kept]) => name.includes('scroll:') && JSON.parse(kept).value > 0,
        ),
      )
    await expect.poll(isKept).toBe(true)
    await page.keyboard.press(']')
    await expect(caseRow(page, '')).toHaveCount(3)
    await page.goBack()
    await expect(caseRow(page, '')).toHaveCount(50)
    await expect.poll(async () => (await far.boundingBox())?.y).toBe(before?.y)
  })
})
