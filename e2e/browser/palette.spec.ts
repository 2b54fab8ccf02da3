import type { Locator, Page, Request } from '@playwright/test'
import { toCaseNumber } from '../../temporal/contract/cases/case-ids'
import { findAccessibilityViolations } from '../support/accessibility'
import { placeWaitingOrder, startApproval } from '../support/api'
import { caseRow, decisionCard, openCase } from '../support/console'
import { waitForNetworkQuiet } from '../support/page-weight'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, outsider, supervisor, customer } = people

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Search and commands' })
const help = (page: Page): Locator => page.getByRole('dialog', { name: 'Keyboard shortcuts' })
const input = (page: Page): Locator => palette(page).getByRole('combobox')
const option = (page: Page, name: string | RegExp): Locator => palette(page).getByRole('option', { name })

/** Keys are heard once the page's code runs, of which the live stream is a sign. */
const listening = (page: Page): Promise<void> => expect(page.getByText('live', { exact: true })).toBeVisible()

const openInbox = async (page: Page): Promise<void> => {
  await page.goto('/inbox')
  await expect(caseRow(page, '').first()).toBeVisible()
  await listening(page)
}

const openPalette = async (page: Page, text = ''): Promise<void> => {
  await listening(page)
  await page.keyboard.press('Control+k')
  await expect(input(page)).toBeFocused()
  if (text) await page.keyboard.type(text)
}

const isScript = (request: Request): boolean => request.resourceType() === 'script'

test('the palette’s and the help sheet’s code is loaded when they are opened, not before', async ({
  open,
}) => {
  const page = await open(ana)
  const scripts: string[] = []
  page.on('request', (request) => isScript(request) && scripts.push(request.url()))
  await openInbox(page)
  await waitForNetworkQuiet(page, '.js')
  const before = scripts.length
  await openPalette(page)
  const withPalette = scripts.length
  expect(withPalette).toBeGreaterThan(before)
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await page.keyboard.press('?')
  await expect(help(page)).toBeVisible()
  expect(scripts.length).toBeGreaterThan(withPalette)
})

test('what is typed before the palette has loaded goes into it, and runs no command of the page', async ({
  open,
}) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openCase(page, approvalId)
  await listening(page)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('go team a')
  release()
  await expect(input(page)).toHaveValue('go team a')
  await expect(decisionCard(page)).not.toContainText('Approved by')
})

test('an order is found by its number, opened with Enter, and is then a recent case', async ({ open }) => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const page = await open(ana)
  await openInbox(page)
  await openPalette(page, toCaseNumber(order.orderId).slice(0, 6))
  await expect(option(page, /^Order .*Approval/)).toBeVisible()
  await expect(option(page, /^Order .*Order ·/)).toBeVisible()
  await expect(palette(page).getByRole('status')).toHaveText('2 results')
  await expect(palette(page).locator('mark').first()).toHaveText(toCaseNumber(order.orderId).slice(0, 6))
  while (
    !(await option(page, /Approval/)
      .getAttribute('data-highlighted')
      .then((is) => is !== null))
  )
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/cases/${approvalId}$`))
  await expect(decisionCard(page)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page).toHaveURL(/\/inbox$/)
  await openPalette(page)
  const recent = palette(page).getByRole('group', { name: 'Recent cases' })
  await expect(recent.getByRole('option').first()).toContainText(toCaseNumber(order.orderId))
})

test('a case opens by its whole id, by the id of its workflow and by a pasted link', async ({ open }) => {
  const approvalId = await startApproval(supervisor, { title: 'Found by its id' })
  const page = await open(ana)
  for (const text of [
    approvalId,
    `approval:${approvalId}`,
    `https://some.where/inbox?case=${approvalId}#x`,
  ]) {
    await openInbox(page)
    await openPalette(page)
    await page.keyboard.insertText(text)
    await expect(option(page, /Found by its id/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/cases/${approvalId}$`))
  }
})

test('an id that is no case says so and opens nothing', async ({ open, watch }) => {
  watch.expectComplaint(/status of 404/)
  const page = await open(ana)
  await openInbox(page)
  await openPalette(page)
  await page.keyboard.insertText(`apr_${'0'.repeat(26)}`)
  await expect(option(page, /There is nothing here that you may see/)).toBeDisabled()
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeVisible()
})

test('a title and a customer find their cases', async ({ open }) => {
  const title = `Return of a lamp ${Date.now().toString(36)}`
  await startApproval(supervisor, { title })
  const page = await open(ana)
  await openInbox(page)
  await openPalette(page, title.split(' ').reverse().join(' '))
  await expect(option(page, title)).toContainText(supervisor.name)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(supervisor.name)
  await expect(option(page, title)).toBeVisible()
})

test('a person is found by name, and choosing opens the cases they hold', async ({ open }) => {
  const page = await open(ana)
  await openInbox(page)
  await openPalette(page, ana.email)
  await expect(option(page, new RegExp(ana.name))).toContainText('Agent')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/inbox\?.*assignee=/)
})

test('pages and commands run: theme, rows, link, sign out', async ({ open }) => {
  const page = await open(ana, { permissions: ['clipboard-read', 'clipboard-write'] })
  const html = page.locator('html')
  await openInbox(page)
  await openPalette(page, 'theme dark')
  await page.keyboard.press('Enter')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await openPalette(page, 'theme dark')
  await expect(option(page, /This is how it looks now/)).toBeDisabled()
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('compact')
  await page.keyboard.press('Enter')
  await expect(html).toHaveAttribute('data-density', 'compact')
  await openPalette(page, 'go to team')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/team$/)
  await openPalette(page, 'copy link')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Link copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
})

test('sign out by the palette ends the session', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(ana.email)
  await page.getByLabel('Password').fill(ana.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/inbox/)
  await expect(caseRow(page, '').first()).toBeVisible()
  await openPalette(page, 'sign out')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/inbox')
  await expect(page).toHaveURL(/\/sign-in/)
  await context.close()
})

test('Ctrl+Enter opens in a new tab and leaves this one where it was', async ({ open }) => {
  const page = await open(ana)
  await openInbox(page)
  await openPalette(page, 'team')
  const opened = page.context().waitForEvent('page')
  await page.keyboard.press('Control+Enter')
  await expect(await opened).toHaveURL(/\/team$/)
  await expect(page).toHaveURL(/\/inbox$/)
})

test('the focus returns to where it was, by Escape and by the same keys', async ({ open }) => {
  const page = await open(ana)
  await openInbox(page)
  const link = caseRow(page, '').first().getByRole('link')
  await link.focus()
  for (const keys of ['Escape', 'Control+k']) {
    await openPalette(page, 'team')
    await page.keyboard.press(keys)
    await expect(palette(page)).toBeHidden()
    await expect(link).toBeFocused()
  }
  await openPalette(page)
  await expect(input(page)).toHaveValue('')
})

test('a command that is off says why', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(outsider)
  await openCase(page, approvalId)
  await openPalette(page, 'approve')
  await expect(option(page, /^Approve/)).toBeDisabled()
  await expect(option(page, /Only members of Risk/i)).toBeVisible()
})

test('an action of the case runs from the palette', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openCase(page, approvalId)
  await openPalette(page, 'claim')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Release' })).toBeVisible()
})

test('a search that fails says so, and again works', async ({ open, watch }) => {
  watch.expectComplaint(/ERR_FAILED|Failed to load resource/)
  const page = await open(ana)
  await openInbox(page)
  await page.route('**/api/v1/people?*', (route) => route.abort())
  await page.route('**/api/v1/cases?q=*', (route) =>
    route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(REFUSED) }),
  )
  await openPalette(page, 'team')
  await expect(palette(page).getByRole('alert')).toContainText(REFUSED.title)
  await expect(option(page, 'Team')).toBeVisible()
  await page.unroute('**/api/v1/cases?q=*')
  await page.unroute('**/api/v1/people?*')
  await palette(page).getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(palette(page).getByRole('alert')).toBeHidden()
})

const REFUSED = { type: 'about:blank', title: 'No search today', status: 403, code: 'FORBIDDEN', detail: '' }

for (const theme of ['light', 'dark'] as const)
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 360, height: 740 },
  ])
    test(`palette and help have no accessibility finding in ${theme} at ${viewport.width} px`, async ({
      open,
    }) => {
      const page = await open(ana, { colorScheme: theme, viewport, reducedMotion: 'reduce' })
      await openInbox(page)
      await page.getByRole('button', { name: 'Search and commands' }).press('Enter')
      await expect(input(page)).toBeFocused()
      expect(await findAccessibilityViolations(page)).toEqual([])
      await page.keyboard.type('an')
      await expect(palette(page).getByRole('status')).toHaveText(/results/)
      expect(await findAccessibilityViolations(page)).toEqual([])
      await page.keyboard.type(' nothing is like this')
      await expect(palette(page).getByRole('status')).toHaveText('Nothing is called that.')
      expect(await findAccessibilityViolations(page)).toEqual([])
      const { width = 0, height = 0 } = (await palette(page).boundingBox()) ?? {}
      if (viewport.width === 360) expect({ width, height }).toEqual(viewport)
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await expect(help(page)).toBeVisible()
      expect(await findAccessibilityViolations(page)).toEqual([])
    })

test('help lists the keys of this page and the rest, and opens from the person’s menu and the palette', async ({
  open,
}) => {
  const page = await open(ana)
  await openInbox(page)
  await page.keyboard.press('?')
  for (const name of ['Inbox', 'Search and commands', 'Approve', 'Claim', 'Next case'])
    await expect(help(page).getByRole('definition').filter({ hasText: name }).first()).toBeVisible()
  await expect(help(page)).toContainText('Control K')
  await page.keyboard.press('Escape')
  await expect(help(page)).toBeHidden()
  await page.getByRole('button', { name: /^Signed in as/ }).press('Enter')
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).press('Enter')
  await expect(help(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await openPalette(page, 'keyboard')
  await page.keyboard.press('Enter')
  await expect(help(page)).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(input(page)).toBeFocused()
  await expect(help(page)).toBeHidden()
})

test('what help lists for lists and cases answers there', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  const elsewhere = async () => {
    await listening(page)
    await page.keyboard.press('?')
    await expect(help(page)).toBeVisible()
    const others = help(page).getByRole('region', { name: 'With a list or a case open' })
    return others.getByRole('definition').allInnerTexts()
  }
  await openInbox(page)
  const notInList = await elsewhere()
  await page.goto(`/inbox?case=${approvalId}`)
  await expect(decisionCard(page)).toBeVisible()
  const notInCase = await elsewhere()
  await page.goto('/team')
  const nowhere = await elsewhere()
  expect(nowhere.length).toBeGreaterThan(10)
  expect(nowhere.filter((label) => notInList.includes(label) && notInCase.includes(label))).toEqual([])
})

test('a command that moves the focus does so once the palette is gone', async ({ open }) => {
  const page = await open(ana)
  await openInbox(page)
  await openPalette(page, 'search this list')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeHidden()
  await expect(page.getByRole('searchbox', { name: /^Search Inbox/ })).toBeFocused()
})

test('keys without Ctrl can be turned off and on again; Ctrl+K stays', async ({ open }) => {
  const page = await open(ana)
  await openInbox(page)
  await page.keyboard.press('?')
  const single = help(page).getByRole('switch')
  await single.press('Space')
  await expect(single).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(help(page)).toBeHidden()
  await page.keyboard.type('?gt')
  await openPalette(page, 'keyboard')
  expect(page.url()).toMatch(/\/inbox$/)
  await page.keyboard.press('Enter')
  await single.press('Space')
  await page.keyboard.press('Escape')
  await expect(help(page)).toBeHidden()
  await page.keyboard.type('gt')
  await expect(page).toHaveURL(/\/team$/)
})

test('a Mac is told ⌘', async ({ open }) => {
  const page = await open(ana)
  await page.addInitScript(() => Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' }))
  await openInbox(page)
  await expect(page.getByRole('button', { name: 'Search and commands' })).toContainText('⌘')
  await page.keyboard.press('Meta+k')
  await expect(input(page)).toBeFocused()
})
