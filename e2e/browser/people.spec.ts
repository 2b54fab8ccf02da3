import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { toCaseNumber } from '../../temporal/contract/cases/case-ids'
import { findAccessibilityViolations } from '../support/accessibility'
import { call, placeWaitingOrder, startApproval } from '../support/api'
import { createAgents } from '../support/create-agents'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { admin, ana, customer, supervisor } = people
const PASSWORD = 'a password of nine words'

const newcomer = () => {
  const id = randomUUID().slice(0, 8)
  return { name: `Nia ${id}`, email: `nia-${id}@e2e.example` }
}

/** Invites somebody as the administrator whose page this is. @returns the link, as it is shown once */
const invite = async (page: Page, person: { name: string; email: string }): Promise<string> => {
  await page.goto('/people/invite')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('Role').selectOption('Agent')
  await page.getByLabel('Risk').check()
  await page.getByRole('button', { name: 'Invite' }).click()
  return page.getByRole('textbox', { name: 'The invitation link' }).inputValue()
}

const accept = async (page: Page, link: string): Promise<void> => {
  await page.goto(link)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Set password and sign in' }).click()
}

const openPerson = async (page: Page, name: string): Promise<void> => {
  await page.goto(`/people?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

const card = (page: Page, name: string) => page.getByRole('region', { name })

/** Makes a token on the page of its owner. @returns the token, as it is shown once */
const makeToken = async (page: Page, region: string, name: string): Promise<string> => {
  await card(page, region).getByLabel('Name of the token').fill(name)
  await card(page, region).getByLabel('May act as').selectOption('Agent')
  await card(page, region).getByRole('button', { name: 'Make token' }).click()
  return card(page, region).getByRole('textbox', { name: 'The token', exact: true }).inputValue()
}

const statusWith = async (apiToken: string) =>
  (await call('/api/v1/cases?limit=1', { as: { apiToken } })).status

test('from the invitation to the ban: each step works in the browser, and the audit tells all of it', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(/status of 410/)
  const person = newcomer()
  const boss = await open(admin)
  const link = await invite(boss, person)
  await boss.reload()
  await expect(boss.getByRole('textbox', { name: 'The invitation link' })).toHaveCount(0)

  const theirs = await open(null)
  await accept(theirs, link)
  await expect(theirs).toHaveURL(/\/inbox/)
  const again = await open(null)
  expect((await again.goto(link))?.status()).toBe(410)
  await expect(again.getByRole('heading', { name: 'This invitation was used' })).toBeVisible()

  await openPerson(boss, person.name)
  await boss.getByLabel('Role').selectOption('Supervisor')
  await boss.getByRole('button', { name: 'Change role' }).click()
  await expect(card(boss, 'What happened')).toContainText('Agent → Supervisor')
  await theirs.goto('/team')
  await expect(theirs.getByRole('button', { name: 'Create group' })).toBeVisible()

  const token = await makeToken(boss, 'API tokens', 'nightly report')
  expect(await statusWith(token)).toBe(200)
  await boss.reload()
  await expect(boss.getByText(token)).toHaveCount(0)
  await boss.getByText('Revoke…').click()
  await boss.getByRole('button', { name: 'Revoke nightly report' }).click()
  await expect(boss.getByText('No program acts for this account.')).toBeVisible()
  expect(await statusWith(token)).toBe(401)

  await boss.getByText('Ban…').click()
  await boss.getByLabel('Reason').fill('Left the company')
  await boss.getByRole('button', { name: `Ban ${person.name}` }).click()
  await expect(boss.getByRole('heading', { level: 1 })).toContainText('Banned')
  await theirs.goto('/inbox')
  await expect(theirs).toHaveURL(/\/sign-in/)
  await theirs.getByLabel('E-mail').fill(person.email)
  await theirs.getByLabel('Password').fill(PASSWORD)
  await theirs.getByRole('button', { name: 'Sign in' }).click()
  await expect(theirs.getByText('E-mail or password is wrong').first()).toBeVisible()

  await boss.getByRole('button', { name: 'Lift the ban' }).click()
  await expect(boss.getByRole('heading', { level: 1 })).toContainText('Active')
  await theirs.getByLabel('Password').fill(PASSWORD)
  await theirs.getByRole('button', { name: 'Sign in' }).click()
  await expect(theirs).toHaveURL(/\/inbox/)

  const id = new URL(boss.url()).pathname.split('/').at(-1) ?? ''
  await boss.goto(`/people/audit?about=${id}`)
  const lines = boss.getByRole('list', { name: 'Audit' }).getByRole('listitem')
  await expect(lines).toHaveText([
    new RegExp(`${admin.name} lifted the ban of ${person.name}`),
    new RegExp(`${admin.name} banned ${person.name}.*Left the company`),
    new RegExp(`${admin.name} revoked an API token of ${person.name}.*nightly report`),
    new RegExp(`${admin.name} made an API token for ${person.name}.*nightly report`),
    new RegExp(`${admin.name} changed the role of ${person.name}.*Agent → Supervisor`),
    new RegExp(`${person.name} accepted the invitation`),
    new RegExp(`${admin.name} invited ${person.name}.*role: Agent.*groups: Risk`),
  ])
  await expect(boss.locator('body')).not.toContainText(token)
})

test('everything works as plain forms, and a refusal keeps what was typed', async ({ open }) => {
  const person = newcomer()
  const boss = await open(admin, { javaScriptEnabled: false })
  await boss.goto('/people/invite')
  await boss.getByLabel('E-mail').fill(ana.email)
  await boss.getByLabel('Name').fill(person.name)
  await boss.getByLabel('Role').selectOption('Supervisor')
  await boss.getByLabel('Risk').check()
  await boss.getByRole('button', { name: 'Invite' }).click()
  await expect(boss.getByText('This e-mail has an account already')).toBeVisible()
  await expect(boss.getByLabel('Name')).toHaveValue(person.name)
  await expect(boss.getByLabel('Role')).toHaveValue('supervisor')
  await expect(boss.getByLabel('Risk')).toBeChecked()
  await boss.getByLabel('E-mail').fill(person.email)
  await boss.getByRole('button', { name: 'Invite' }).click()
  const link = await boss.getByRole('textbox', { name: 'The invitation link' }).inputValue()

  const theirs = await open(null, { javaScriptEnabled: false })
  await accept(theirs, link)
  await expect(theirs).toHaveURL(/\/inbox/)

  await openPerson(boss, person.name)
  await boss.getByText('Sign out everywhere…').click()
  await boss.getByRole('button', { name: 'Sign out everywhere', exact: true }).click()
  await expect(boss.getByText('Signed in nowhere.')).toBeVisible()
  await boss.getByText('Ban…').click()
  await boss.getByLabel('Reason').fill('A test')
  await boss.getByLabel('Last day').fill('2020-01-01')
  await boss.getByRole('button', { name: `Ban ${person.name}` }).click()
  await expect(boss.getByText('This day is over')).toBeVisible()
  await expect(boss.getByLabel('Reason')).toHaveValue('A test')
})

test('people are found by name, role and status, and sorted by pressing a column', async ({ open }) => {
  const page = await open(admin)
  await page.goto('/people')
  const rows = page.getByRole('table', { name: 'Accounts' }).getByRole('rowheader')
  await expect(rows.filter({ hasText: customer.email })).toHaveCount(0)
  await page.getByLabel('Name or e-mail').fill(customer.email)
  await page.getByLabel('Role').selectOption('Customer')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(customer.name)

  await page.goto('/people?role=admin')
  await page.getByRole('link', { name: 'Name' }).click()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
  await page.goto('/people?q=nobodyiscalledthis')
  await expect(page.getByText('Nobody matches')).toBeVisible()
})

test('an administrator cannot harm their own account', async ({ open }) => {
  const page = await open(admin)
  await openPerson(page, admin.name)
  await expect(page.getByText('This is your own account')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change role' })).toHaveCount(0)
  await expect(page.getByText('Ban…')).toHaveCount(0)
})

test('for other staff the pages of people do not exist', async ({ open, watch }) => {
  watch.expectComplaint(/status of 404/)
  for (const account of [ana, supervisor]) {
    const page = await open(account)
    for (const path of ['/people', '/people/invite', '/people/tokens', '/people/audit', '/people/none'])
      expect((await page.goto(path))?.status(), path).toBe(404)
    await page.goto('/inbox')
    await expect(
      page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }),
    ).toHaveCount(0)
  }
})

test('staff make and revoke tokens of their own', async ({ open }) => {
  const [agent] = await createAgents(1)
  if (!agent) throw new Error('no agent was made')
  const page = await open(agent)
  await page.goto('/account')
  await expect(card(page, 'Your API tokens').getByLabel('May act as').getByRole('option')).toHaveText([
    'Agent',
    'Customer',
  ])
  const token = await makeToken(page, 'Your API tokens', 'my script')
  expect(await statusWith(token)).toBe(200)
  const row = page.getByRole('listitem').filter({ hasText: 'my script' })
  await row.getByText('Revoke…').click()
  await row.getByRole('button', { name: 'Revoke my script' }).click()
  await expect(row).toHaveCount(0)
  expect(await statusWith(token)).toBe(401)
})

test('links of invitations that we never made say so, with the status of something missing', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(/status of 404/)
  const page = await open(null, { javaScriptEnabled: false })
  expect((await page.goto(`/invitation/inv_${'A'.repeat(43)}`))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible()
})

test('a group says what waits for it before it is deleted', async ({ open }) => {
  const name = `Returns ${randomUUID().slice(0, 6)}`
  const page = await open(admin)
  await page.goto('/team')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Create group' }).click()
  const group = card(page, name)
  await expect(group).toBeVisible()
  await startApproval(supervisor, { group: name.toLowerCase().replace(' ', '-') })
  await expect(async () => {
    await page.reload()
    await expect(group.getByRole('link', { name: '1 open case' })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await group.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(group.getByText('1 open case waits for it')).toBeVisible()
  await expect(group.getByRole('button', { name: 'Delete group' })).toHaveCount(0)
})

test('a customer signs in and sees their orders; a guest sees those of the browser', async ({ open }) => {
  const { order } = await placeWaitingOrder(customer)
  const page = await open(null)
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.getByLabel('E-mail').fill(customer.email)
  await page.getByLabel('Password').fill(customer.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/my-orders/)
  // Other tests order as the same customer meanwhile.
  const placed = page
    .getByRole('list', { name: 'Your orders' })
    .getByRole('listitem')
    .filter({ hasText: toCaseNumber(order.orderId) })
  await expect(placed).toContainText('We are checking your order')
  await placed.getByRole('link').click()
  await expect(page).toHaveURL(order.statusUrl)
  await page.goto('/inbox')
  await expect(page).toHaveURL(/\/my-orders/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByRole('link', { name: 'Your orders' }).click()
  await expect(page.getByText('You have not ordered anything yet')).toBeVisible()
})

test.describe('accessibility', () => {
  for (const theme of ['light', 'dark'] as const)
    test(`the pages of people have no finding in ${theme}, open and refused as well`, async ({
      open,
      watch,
    }) => {
      watch.expectComplaint(/status of 4(04|10)/)
      const look = { colorScheme: theme, reducedMotion: 'reduce' } as const
      const page = await open(admin, look)
      for (const path of [
        '/people',
        '/people?q=nobody-at-all',
        '/people/tokens',
        '/people/audit',
        '/account',
      ]) {
        await page.goto(path)
        expect(await findAccessibilityViolations(page), path).toEqual([])
      }
      const person = newcomer()
      await page.goto('/people/invite')
      await page.getByLabel('E-mail').fill(ana.email)
      await page.getByLabel('Name').fill(person.name)
      await page.getByRole('button', { name: 'Invite' }).click()
      await expect(page.getByText('This e-mail has an account already')).toBeVisible()
      expect(await findAccessibilityViolations(page), 'refused').toEqual([])
      const link = await invite(page, person)
      // The router takes the title away for a moment while it draws an answer.
      await expect(page).toHaveTitle(/./)
      expect(await findAccessibilityViolations(page), 'invited').toEqual([])
      await openPerson(page, person.name)
      for (const summary of await page.locator('summary').all()) await summary.click()
      await makeToken(page, 'API tokens', 'for axe')
      expect(await findAccessibilityViolations(page), 'person').toEqual([])

      const theirs = await open(null, look)
      for (const path of [link, '/invitation?why=ended', '/sign-in', '/my-orders']) {
        await theirs.goto(path)
        expect(await findAccessibilityViolations(theirs), path).toEqual([])
      }
      const shopper = await open(customer, look)
      await shopper.goto('/my-orders')
      expect(await findAccessibilityViolations(shopper), 'orders').toEqual([])
    })

  test('nothing scrolls sideways on a phone of 360 px', async ({ open }) => {
    const page = await open(admin, { viewport: { width: 360, height: 740 } })
    for (const path of [
      '/people',
      '/people/invite',
      '/people/tokens',
      '/people/audit',
      '/account',
      '/team',
    ]) {
      await page.goto(path)
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(await overflow(), path).toBeLessThanOrEqual(0)
    }
  })
})
