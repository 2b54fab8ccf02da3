import { startApproval } from '../support/api'
import { caseRow, openCase } from '../support/pages/console'
import { openInbox, openPalette, palette, paletteOption } from '../support/pages/palette'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, outsider, supervisor } = people

test('pages and commands run: theme, rows, link, sign out', async ({ open }) => {
  const page = await open(ana, { permissions: ['clipboard-read', 'clipboard-write'] })
  const html = page.locator('html')
  await openInbox(page)
  await openPalette(page, 'theme dark')
  await page.keyboard.press('Enter')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await openPalette(page, 'theme dark')
  await expect(paletteOption(page, /This is how it looks now/)).toBeDisabled()
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

test('Ctrl+Enter opens in a new tab and keeps this page', async ({ open }) => {
  const page = await open(ana)
  await openInbox(page)
  await openPalette(page, 'team')
  const opened = page.context().waitForEvent('page')
  await page.keyboard.press('Control+Enter')
  await expect(await opened).toHaveURL(/\/team$/)
  await expect(page).toHaveURL(/\/inbox$/)
})

test('a disabled command shows the reason', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(outsider)
  await openCase(page, approvalId)
  await openPalette(page, 'approve')
  await expect(paletteOption(page, /^Approve/)).toBeDisabled()
  await expect(paletteOption(page, /Only members of Risk/i)).toBeVisible()
})

test('an action of the case runs from the palette', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openCase(page, approvalId)
  await openPalette(page, 'claim')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Release' })).toBeVisible()
})

test('a command that moves the focus does so after the palette has closed', async ({ open }) => {
  const page = await open(ana)
  await openInbox(page)
  await openPalette(page, 'search this list')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeHidden()
  await expect(page.getByRole('searchbox', { name: /^Search Inbox/ })).toBeFocused()
})
