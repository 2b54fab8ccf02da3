import type { Locator, Page } from '@playwright/test'
import type { ApprovalData } from '../../temporal/contract/cases/case'
import { call, expectBody, placeWaitingOrder, readCase, startApproval } from '../support/api'
import { caseRow, decisionCard } from '../support/console'
import { mapLimited } from '../support/map-limited'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, supervisor, customer } = people
const WIDE = { viewport: { width: 1440, height: 900 } }

const title = (page: Page): Locator => page.locator('#case-title')
const rowLink = (page: Page, text: string): Locator => caseRow(page, text).getByRole('link')
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Selection' })
const live = (page: Page): Promise<void> =>
  expect(page.getByText('live', { exact: true }).first()).toBeVisible()

/** The focus is on something, and to be seen: by a ring of its own or its row's, or as the field one types in. */
const seesFocus = async (page: Page): Promise<void> => {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const at = document.activeElement
        if (!at || at === document.body) return 'nowhere'
        const { width, height, top, left } = at.getBoundingClientRect()
        if (width === 0 || height === 0 || top > innerHeight || left > innerWidth) return 'out of sight'
        const hasRing = (element: Element | null) =>
          element !== null &&
          Number.parseFloat(getComputedStyle(element).outlineWidth) >= 2 &&
          getComputedStyle(element).outlineStyle !== 'none'
        const isTitle = at.id === 'case-title'
        const isField = at.matches('input, textarea')
        // The title of a case that opened is announced and stands first; a field has its caret.
        return isTitle || isField || hasRing(at) || hasRing(at.closest('tr'))
          ? 'seen'
          : `no ring: ${at.outerHTML.slice(0, 200)}`
      }),
    )
    .toBe('seen')
}

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes with Tab until `wanted` has the focus; everything on the way shows its focus. */
const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  await expect(wanted).toBeVisible()
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return seesFocus(page)
  }
  throw new Error('Tab does not reach it')
}

const readDecision = async (caseId: string) =>
  ((await readCase(ana, caseId)).caseDetails.caseData as ApprovalData).decision

test('by keyboard alone from sign-in to the tenth decision', async ({ open }) => {
  const word = `keys${Date.now().toString(36)}`
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
    await press(page, 'Enter')
    await expect(page).toHaveURL(/\/inbox/)
    await live(page)
  })

  await test.step('search', async () => {
    await press(page, '/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type(word)
    await press(page, 'Enter')
    await expect(caseRow(page, word)).toHaveCount(9)
  })

  await test.step('filters, and the order of titles', async () => {
    await tabTo(page, page.getByRole('button', { name: /^Filter/ }))
    await press(page, 'Enter')
    await seesFocus(page)
    await press(page, 'Escape')
    await expect(page.getByRole('button', { name: /^Filter/ })).toBeFocused()
    await tabTo(page, page.getByRole('link', { name: /^Case/ }))
    await press(page, 'Enter')
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
    await press(page, 'j')
    await expect(rowLink(page, `a ${word}`)).toBeFocused()
    await seesFocus(page)
    await press(page, 'ArrowDown', 'k')
    await expect(rowLink(page, `a ${word}`)).toBeFocused()
    await press(page, 'Enter')
    await expect(title(page)).toBeFocused()
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
    await press(page, 'c')
    await expect(card).toContainText('You have claimed this')
    await seesFocus(page)
    await press(page, 'a')
    await approved.toBeVisible()
    await seesFocus(page)
  })

  await test.step('2: the next one, rejected with a reason', async () => {
    await press(page, 'Enter')
    await expect(title(page)).toContainText(word)
    await expect(title(page)).toBeFocused()
    await press(page, 'u')
    await expect(page).not.toHaveURL(/case=/)
    await seesFocus(page)
    await page.goto(`/inbox?q=${word}&sort=title&case=${b}`)
    await expect(title(page)).toHaveText(`b ${word}`)
    await live(page)
    await press(page, 'r')
    await expect(card.getByRole('textbox')).toBeFocused()
    await seesFocus(page)
    await page.keyboard.type('A craze: are as can')
    await press(page, 'Control+Enter')
    await expect(card).toContainText(`Rejected by ${ana.name}`)
    await seesFocus(page)
  })

  await test.step('3: a comment, then approved', async () => {
    await page.goto(`/inbox?q=${word}&sort=title&case=${c}`)
    await expect(title(page)).toHaveText(`c ${word}`)
    await live(page)
    await press(page, 'm')
    await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused()
    await page.keyboard.type('Seen the papers')
    await press(page, 'Control+Enter')
    await expect(page.getByRole('listitem').filter({ hasText: 'Seen the papers' })).toBeVisible()
    await press(page, 'Escape', 'a')
    await approved.toBeVisible()
    await seesFocus(page)
  })

  await test.step('4 to 6: the list again, three selected, approved at once', async () => {
    await press(page, 'Escape')
    await expect(page).not.toHaveURL(/case=/)
    await seesFocus(page)
    await expect(caseRow(page, word)).toHaveCount(6)
    await press(page, ...Array.from({ length: 6 }, () => 'k'))
    await expect(rowLink(page, `d ${word}`)).toBeFocused()
    await press(page, 'x', 'Shift+J', 'Shift+J')
    await expect(bar(page)).toContainText('3 selected')
    await seesFocus(page)
    await expect(bar(page)).toMatchAriaSnapshot(`
      - region "Selection":
        - button "Clear the selection"
        - status: 3 selected
        - button "Approve"
        - button "Reject…"
        - button "Claim"
    `)
    await press(page, 'a')
    await expect(bar(page)).toContainText('Approve 3 cases, $60.00 in total?')
    await expect(bar(page).getByRole('button', { name: 'Approve 3' })).toBeFocused()
    await seesFocus(page)
    await press(page, 'Enter')
    await expect(bar(page)).toContainText('3 approved')
  })

  await test.step('help and pages', async () => {
    await press(page, '?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await seesFocus(page)
    await press(page, 'Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await press(page, 'g', 'o')
    await expect(page).toHaveURL(/\/orders/)
    await press(page, 'g', 'i')
    await expect(page).toHaveURL(/\/inbox/)
    await live(page)
  })

  await test.step('7: an order’s approval by the palette', async () => {
    await press(page, 'Control+k')
    await expect(page.getByRole('combobox', { name: /search/i })).toBeFocused()
    await page.keyboard.insertText(approvalId)
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Order')
    await press(page, 'Enter')
    await expect(page).toHaveURL(new RegExp(`/cases/${approvalId}$`))
    await expect(card.getByRole('button', { name: 'Approve' })).toBeEnabled()
    await press(page, 'a')
    await approved.toBeVisible()
    await seesFocus(page)
  })

  await test.step('8 to 10: one after the other, with Enter and a', async () => {
    await press(page, 'g', 'i')
    await expect(page).toHaveURL(/\/inbox/)
    await expect(page.getByRole('searchbox')).toBeVisible()
    await press(page, '/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type(word)
    await press(page, 'Enter')
    await expect(caseRow(page, word)).toHaveCount(3)
    await press(page, 'Tab', 'j', 'k', 'k', 'k')
    await expect(page.locator('a[data-case]').first()).toBeFocused()
    await press(page, 'Enter')
    for (const left of [2, 1, 0]) {
      await expect(title(page)).toBeFocused()
      await expect(card.getByRole('button', { name: 'Approve' })).toBeEnabled()
      await press(page, 'a')
      await approved.toBeVisible()
      await seesFocus(page)
      if (left > 0) await press(page, 'Enter')
    }
  })

  for (const caseId of [a, c, d, e, f, g, h, i, approvalId])
    expect(await readDecision(caseId)).toMatchObject({ decision: 'approved', by: { name: ana.name } })
  expect(await readDecision(b)).toMatchObject({ decision: 'rejected', comment: 'A craze: are as can' })
  expect((await readCase(ana, order.orderId)).caseDetails.caseId).toBe(order.orderId)
})

test.describe('keys pressed by accident', () => {
  test('words typed with no field focused decide nothing, also while the page comes to life', async ({
    open,
  }) => {
    const approvalId = await startApproval(supervisor)
    const page = await open(ana, WIDE)
    await page.goto(`/cases/${approvalId}`, { waitUntil: 'commit' })
    await expect(decisionCard(page)).toBeVisible()
    // Begun before anybody listens, and going on afterwards.
    for (const letter of 'thanks thanks thanks thanks') await page.keyboard.press(letter, { delay: 30 })
    await live(page)
    await page.keyboard.type('thanks, that was what I had in mind', { delay: 60 })
    await expect(decisionCard(page).getByRole('button', { name: 'Approve' })).toBeEnabled()
    const { caseDetails } = await readCase(ana, approvalId)
    expect(caseDetails).toMatchObject({ status: 'OPEN', version: 1 })
  })

  test('a held key and a double press decide once', async ({ open }) => {
    const sent: string[] = []
    const approvalId = await startApproval(supervisor)
    const page = await open(ana, WIDE)
    page.on('request', (request) => request.url().endsWith('/decision') && sent.push(request.url()))
    await page.goto(`/cases/${approvalId}`)
    await live(page)
    // Playwright sends the second and third as repeats of a key that is down.
    for (let n = 0; n < 3; n += 1) await page.keyboard.down('a')
    await page.keyboard.up('a')
    await page.keyboard.press('a')
    await expect(decisionCard(page)).toContainText(`Approved by ${ana.name}`)
    expect(sent).toHaveLength(1)
  })

  test('a key decides nothing that is out of view: it brings it into view first', async ({ open }) => {
    const approvalId = await startApproval(supervisor)
    for (let n = 0; n < 12; n += 1)
      expectBody(await call(`/api/v1/cases/${approvalId}/comment`, { as: ana, body: { text: `Word ${n}` } }))
    const page = await open(ana, { viewport: { width: 1440, height: 500 } })
    await page.goto(`/cases/${approvalId}`)
    await live(page)
    await press(page, 'm')
    await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused()
    await press(page, 'Escape')
    const button = decisionCard(page).getByRole('button', { name: 'Approve' })
    await expect(button).not.toBeInViewport()
    await page.keyboard.press('a')
    await expect(button).toBeInViewport()
    expect((await readCase(ana, approvalId)).caseDetails.status).toBe('OPEN')
    await expect(async () => {
      await page.keyboard.press('a')
      await expect(decisionCard(page)).toContainText(`Approved by ${ana.name}`, { timeout: 1_000 })
    }).toPass()
  })

  test('the moment another case is opened, a key no longer decides the one before', async ({ open }) => {
    const word = `race${Date.now().toString(36)}`
    const ids = await mapLimited(['a', 'b'], 1, (name) =>
      startApproval(supervisor, { title: `${name} ${word}` }),
    )
    const page = await open(ana, WIDE)
    await page.goto(`/inbox?q=${word}&sort=title&case=${ids[0]}`)
    await expect(title(page)).toHaveText(`a ${word}`)
    await expect(caseRow(page, word)).toHaveCount(2)
    await live(page)
    // Both keys in one turn of the browser: nothing was drawn in between.
    await page.evaluate(() => {
      for (const key of ['j', 'a'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    })
    await expect(title(page)).toHaveText(`b ${word}`)
    expect((await readCase(ana, ids[0] ?? '')).caseDetails.status).toBe('OPEN')
  })
})
