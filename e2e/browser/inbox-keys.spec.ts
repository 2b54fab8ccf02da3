import { caseRow, waitUntilLive } from '../support/pages/console'
import { openList, rowLink, startApprovals, WIDE } from '../support/pages/inbox'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana } = people

test.describe('keys', () => {
  test('move the row focus, open a case, go to the next one and return to the row', async ({ open }) => {
    const tag = uniqueWord('inbox')
    await startApprovals(['a', 'b', 'c'].map((n) => `${n} ${tag}`))
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

  test('focus the search, which shows what it searches', async ({ open }) => {
    const page = await open(ana, WIDE)
    await page.goto('/inbox')
    await waitUntilLive(page)
    await page.keyboard.press('/')
    const search = page.getByRole('searchbox')
    await expect(search).toBeFocused()
    await expect(search).toHaveAttribute('placeholder', /title, person, id, product/i)
    await page.keyboard.type('jx')
    await expect(search).toHaveValue('jx')
  })
})
