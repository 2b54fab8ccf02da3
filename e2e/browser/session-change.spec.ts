import type { Page } from '@playwright/test'
import { call, readCase, startApproval } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { commentField, openLiveCase } from '../support/pages/case'
import { approve, decisionCard, waitUntilLive } from '../support/pages/console'
import { signInAs, signOut } from '../support/pages/session'
import { fillOrderForm } from '../support/pages/shop'
import { people, stack } from '../support/stack'
import { expect, test, type Watch } from '../support/test'

const { ana, ben, supervisor, customer } = people

const expectRefusals = (watch: Watch) => watch.expectComplaint(/status of (?:401|409)/)
const changed = (page: Page) => page.getByText(`You are signed in as ${ben.name} now`, { exact: true })
const ended = (page: Page) => page.getByText('You have been signed out', { exact: true })
const badge = (page: Page, word: string) => page.getByText(word, { exact: true }).first()

/** Ends the session of the context's cookies elsewhere: no tab is told. */
const endSessionElsewhere = async (page: Page) => {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await call('/api/auth/sign-out', { body: {}, headers: { cookie, origin: stack.url } })
  expect(answer.status).toBe(200)
}

/** Tabs are told by channel or by storage; without both the next answer tells. */
const WAYS = [
  { name: 'channels', script: null },
  { name: 'storage only', script: 'delete globalThis.BroadcastChannel' },
  {
    name: 'neither',
    script: `delete globalThis.BroadcastChannel
      Object.defineProperty(globalThis, 'localStorage', { get() { throw new Error('refused') } })`,
  },
] as const

for (const { name, script } of WAYS)
  test(`a press in a tab of the person before is refused, and the tab says who is signed in: ${name}`, async ({
    open,
    watch,
  }) => {
    expectRefusals(watch)
    const approvalId = await startApproval(supervisor)
    const page = await open(null)
    if (script) await page.context().addInitScript(script)
    await signInAs(page, ana)
    await openLiveCase(page, approvalId)
    await commentField(page).fill('Typed by the first person')
    const other = await page.context().newPage()
    await page.context().clearCookies()
    await signInAs(other, ben)

    if (name === 'neither') await approve(page)
    await expect(changed(page).first()).toBeVisible()
    await expect(badge(page, 'another account')).toBeVisible()
    await approve(page)
    await expect(page.getByRole('alert').filter({ hasText: 'another account' }).first()).toBeVisible()
    await expect(commentField(page)).toHaveValue('Typed by the first person')
    const { caseDetails, activityStream } = await readCase(ana, approvalId)
    expect([caseDetails.status, activityStream.some(({ text }) => text.includes('Approved'))]).toEqual([
      'OPEN',
      false,
    ])
    if (name === 'channels') expect(await findAccessibilityViolations(page)).toEqual([])

    await page.getByRole('button', { name: 'Reload' }).click()
    await expect(page.getByRole('button', { name: `Signed in as ${ben.name}` })).toBeVisible()
    await waitUntilLive(page)
    await expect(commentField(page)).toHaveValue('')
  })

test('forms of other pages are refused as well, and keep what was typed', async ({ open, watch }) => {
  expectRefusals(watch)
  const page = await open(null)
  await page.context().addInitScript('delete globalThis.BroadcastChannel')
  await signInAs(page, supervisor)
  await page.goto('/team')
  await waitUntilLive(page)
  const field = page.getByPlaceholder('For example: Returns')
  await field.fill('A group of whom?')
  const other = await page.context().newPage()
  await other.context().clearCookies()
  await signInAs(other, ben)
  await field.press('Enter')
  await expect(page.getByText(`You are signed in as ${ben.name} now`).first()).toBeVisible()
  await expect(field).toHaveValue('A group of whom?')
})

test('signing out in one tab reaches the others, and signing in there lets them go on', async ({
  open,
  watch,
}) => {
  expectRefusals(watch)
  const approvalId = await startApproval(supervisor)
  const page = await open(null)
  await signInAs(page, ana)
  const other = await page.context().newPage()
  await openLiveCase(other, approvalId)
  await signOut(page, ana)
  await expect(ended(other)).toBeVisible()
  await expect(badge(other, 'signed out')).toBeVisible()

  await signInAs(page, ana)
  await expect(ended(other)).toBeHidden()
  await waitUntilLive(other)
  await approve(other)
  await expect(decisionCard(other)).toContainText(`Approved by ${ana.name}`)
})

test('a session that ended elsewhere: people’s words, a way back to the same page, and no old error', async ({
  open,
  watch,
}) => {
  expectRefusals(watch)
  const approvalId = await startApproval(supervisor)
  const page = await open(null)
  await signInAs(page, ana)
  await openLiveCase(page, approvalId)
  await commentField(page).fill('Not sent yet')
  await endSessionElsewhere(page)
  // The stream ends with its session, so nobody has to press first.
  await expect(ended(page)).toBeVisible()
  await expect(badge(page, 'signed out')).toBeVisible()
  await approve(page)
  await expect(decisionCard(page)).toContainText('You have been signed out')
  await expect(page.getByText('API token')).toBeHidden()
  expect(await findAccessibilityViolations(page)).toEqual([])

  const other = await page.context().newPage()
  await signInAs(other, ana)
  await expect(decisionCard(page)).not.toContainText('You have been signed out')
  await waitUntilLive(page)
  await expect(commentField(page)).toHaveValue('Not sent yet')

  await endSessionElsewhere(page)
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await signInAs(page, ana)
  await expect(page).toHaveURL(new RegExp(`/cases/${approvalId}$`))
  await waitUntilLive(page)
  await expect(commentField(page)).toHaveValue('Not sent yet')
})

test('the page of sign-in goes on by itself once another tab has signed in', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(null)
  await page.goto(`/cases/${approvalId}`)
  await expect(page.getByLabel('Password')).toBeVisible()
  const other = await page.context().newPage()
  await signInAs(other, ana)
  await expect(page).toHaveURL(new RegExp(`/cases/${approvalId}$`))
})

test('an order form drawn for one customer orders nothing for another', async ({ open, watch }) => {
  expectRefusals(watch)
  const page = await open(null)
  await signInAs(page, customer)
  await page.goto('/order')
  await fillOrderForm(page, { product: 'Assam tea', quantity: 1 })
  const other = await page.context().newPage()
  await page.context().clearCookies()
  const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(await stored()).toContain('Ada Byron')
  await signInAs(other, ben)
  await expect(page.getByText(`You are signed in as ${ben.name} now`)).toBeVisible()
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByText('Nothing was ordered')).toBeVisible()
  expect(await stored()).not.toContain('Ada Byron')
  await expect(page.getByLabel('Full name')).toHaveValue('Ada Byron')
  await expect(page).toHaveURL(/\/order$/)
})
