import type { ApprovalData } from '../../temporal/contract/cases/case'
import { placeWaitingOrder, readCase, startApproval } from '../support/api'
import { mapLimited } from '../support/map-limited'
import { caseTitle } from '../support/pages/case'
import { caseRow, decisionCard, waitUntilLive } from '../support/pages/console'
import { rowLink, selectionBar, WIDE } from '../support/pages/inbox'
import { expectVisibleFocus, pressKeys, tabTo } from '../support/pages/keyboard-focus'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, supervisor, customer } = people

const readDecision = async (caseId: string) =>
  ((await readCase(ana, caseId)).caseDetails.caseData as ApprovalData).decision

test('by keyboard alone from sign-in to the tenth decision', async ({ open }) => {
  const word = uniqueWord('keys')
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name) => `${name} ${word}`)
  const [a, b, c, d, e, f, g, h, i] = (await mapLimited(names, 4, (name) =>
    startApproval(supervisor, { title: name, amountCents: 2_000, currency: 'USD' }),
  )) as [string, string, string, string, string, string, string, string, string]
  const { order, approvalId } = await placeWaitingOrder(customer)
  const page = await open(null, WIDE)
  const approved = expect(decisionCard(page).getByText(`Approved by ${ana.name}`))
  const card = decisionCard(page)

  await test.step('sign in', async () => {
    await page.goto('/inbox')
    await tabTo(page, page.getByLabel('E-mail'))
    await page.keyboard.type(ana.email)
    await tabTo(page, page.getByLabel('Password', { exact: true }))
    await page.keyboard.type(ana.password)
    await pressKeys(page, 'Enter')
    await expect(page).toHaveURL(/\/inbox/)
    await waitUntilLive(page)
  })

  await test.step('search', async () => {
    await pressKeys(page, '/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type(word)
    await pressKeys(page, 'Enter')
    await expect(caseRow(page, word)).toHaveCount(9)
  })

  await test.step('filters, and the order of titles', async () => {
    await tabTo(page, page.getByRole('button', { name: /^Filter/ }))
    await pressKeys(page, 'Enter')
    await expectVisibleFocus(page)
    await pressKeys(page, 'Escape')
    await expect(page.getByRole('button', { name: /^Filter/ })).toBeFocused()
    await tabTo(page, page.getByRole('link', { name: /^Case/ }))
    await pressKeys(page, 'Enter')
    await expect(page).toHaveURL(/sort=title/)
    await expect(page.locator('a[data-case]').first()).toHaveText(`a ${word}`)
  })

  await test.step('the list by name and role', async () => {
    await expect(caseRow(page, `a ${word}`)).toMatchAriaSnapshot(`
      - row /a ${word}/:
        - cell:
          - checkbox "Select a ${word}"
        - 'cell "Unread: a ${word}"':
          - link "a ${word}"
        - cell "$20.00"
        - cell "${supervisor.name}"
        - cell "Unassigned"
        - cell "Risk"
        - cell "Open"
    `)
  })

  await test.step('1: move, open, claim, approve', async () => {
    await pressKeys(page, 'j')
    await expect(rowLink(page, `a ${word}`)).toBeFocused()
    await expectVisibleFocus(page)
    await pressKeys(page, 'ArrowDown', 'k')
    await expect(rowLink(page, `a ${word}`)).toBeFocused()
    await pressKeys(page, 'Enter')
    await expect(caseTitle(page)).toBeFocused()
    await expect(card.getByRole('button', { name: 'Approve' })).toBeEnabled()
    await expect(card).toMatchAriaSnapshot(`
      - region "Decision":
        - heading
        - button "Approve"
        - button "Reject…"
        - paragraph: Nobody has claimed this
        - button "Claim"
        - button "Assign…"
    `)
    await pressKeys(page, 'c')
    await expect(card).toContainText('You have claimed this')
    await expectVisibleFocus(page)
    await pressKeys(page, 'a')
    await approved.toBeVisible()
    await expectVisibleFocus(page)
  })

  await test.step('2: the next one, rejected with a reason', async () => {
    await pressKeys(page, 'Enter')
    await expect(caseTitle(page)).toContainText(word)
    await expect(caseTitle(page)).toBeFocused()
    await pressKeys(page, 'u')
    await expect(page).not.toHaveURL(/case=/)
    await expectVisibleFocus(page)
    await page.goto(`/inbox?q=${word}&sort=title&case=${b}`)
    await expect(caseTitle(page)).toHaveText(`b ${word}`)
    await waitUntilLive(page)
    await pressKeys(page, 'r')
    await expect(card.getByRole('textbox')).toBeFocused()
    await expectVisibleFocus(page)
    await page.keyboard.type('A craze: are as can')
    await pressKeys(page, 'Control+Enter')
    await expect(card).toContainText(`Rejected by ${ana.name}`)
    await expectVisibleFocus(page)
  })

  await test.step('3: a comment, then approved', async () => {
    await page.goto(`/inbox?q=${word}&sort=title&case=${c}`)
    await expect(caseTitle(page)).toHaveText(`c ${word}`)
    await waitUntilLive(page)
    await pressKeys(page, 'm')
    await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused()
    await page.keyboard.type('Seen the papers')
    await pressKeys(page, 'Control+Enter')
    await expect(page.getByRole('listitem').filter({ hasText: 'Seen the papers' })).toBeVisible()
    await pressKeys(page, 'Escape', 'a')
    await approved.toBeVisible()
    await expectVisibleFocus(page)
  })

  await test.step('4 to 6: the list again, three selected, approved at once', async () => {
    await pressKeys(page, 'Escape')
    await expect(page).not.toHaveURL(/case=/)
    await expectVisibleFocus(page)
    await expect(caseRow(page, word)).toHaveCount(6)
    await pressKeys(page, ...Array.from({ length: 6 }, () => 'k'))
    await expect(rowLink(page, `d ${word}`)).toBeFocused()
    await pressKeys(page, 'x', 'Shift+J', 'Shift+J')
    await expect(selectionBar(page)).toContainText('3 selected')
    await expectVisibleFocus(page)
    await expect(selectionBar(page)).toMatchAriaSnapshot(`
      - region "Selection":
        - button "Clear the selection"
        - status: 3 selected
        - button "Approve"
        - button "Reject…"
        - button "Claim"
    `)
    await pressKeys(page, 'a')
    await expect(selectionBar(page)).toContainText('Approve 3 cases, $60.00 in total?')
    await expect(selectionBar(page).getByRole('button', { name: 'Approve 3' })).toBeFocused()
    await expectVisibleFocus(page)
    await pressKeys(page, 'Enter')
    await expect(selectionBar(page)).toContainText('3 approved')
  })

  await test.step('help and pages', async () => {
    await pressKeys(page, '?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await expectVisibleFocus(page)
    await pressKeys(page, 'Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await pressKeys(page, 'g', 'o')
    await expect(page).toHaveURL(/\/orders/)
    await pressKeys(page, 'g', 'i')
    await expect(page).toHaveURL(/\/inbox/)
    await waitUntilLive(page)
  })

  await test.step('7: an order’s approval by the palette', async () => {
    await pressKeys(page, 'Control+k')
    await expect(page.getByRole('combobox', { name: /search/i })).toBeFocused()
    await page.keyboard.insertText(approvalId)
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Order')
    await pressKeys(page, 'Enter')
    await expect(page).toHaveURL(new RegExp(`/cases/${approvalId}$`))
    await expect(card.getByRole('button', { name: 'Approve' })).toBeEnabled()
    await pressKeys(page, 'a')
    await approved.toBeVisible()
    await expectVisibleFocus(page)
  })

  await test.step('8 to 10: one after the other, with Enter and a', async () => {
    await pressKeys(page, 'g', 'i')
    await expect(page).toHaveURL(/\/inbox/)
    await expect(page.getByRole('searchbox')).toBeVisible()
    await pressKeys(page, '/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type(word)
    await pressKeys(page, 'Enter')
    await expect(caseRow(page, word)).toHaveCount(3)
    await pressKeys(page, 'Tab', 'j', 'k', 'k', 'k')
    await expect(page.locator('a[data-case]').first()).toBeFocused()
    await pressKeys(page, 'Enter')
    for (const left of [2, 1, 0]) {
      await expect(caseTitle(page)).toBeFocused()
      await expect(card.getByRole('button', { name: 'Approve' })).toBeEnabled()
      await pressKeys(page, 'a')
      await approved.toBeVisible()
      await expectVisibleFocus(page)
      if (left > 0) await pressKeys(page, 'Enter')
    }
  })

  for (const caseId of [a, c, d, e, f, g, h, i, approvalId])
    expect(await readDecision(caseId)).toMatchObject({ decision: 'approved', by: { name: ana.name } })
  expect(await readDecision(b)).toMatchObject({ decision: 'rejected', comment: 'A craze: are as can' })
  expect((await readCase(ana, order.orderId)).caseDetails.caseId).toBe(order.orderId)
})
