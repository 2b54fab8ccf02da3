import { createAgents } from '../support/create-agents'
import {
  acceptInvitation,
  invite,
  makeToken,
  newcomer,
  openPerson,
  PASSWORD,
  regionCard,
  statusWithToken,
} from '../support/pages/people'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { admin, ana, customer, supervisor } = people

test('from the invitation to the ban: each step works in the browser, and the audit lists all of them', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(/status of 410/)
  // The pages of a banned person notice that their session has ended.
  watch.expectComplaint(/status of 401/)
  const person = newcomer()
  const boss = await open(admin)
  const link = await invite(boss, person)
  await boss.reload()
  await expect(boss.getByRole('textbox', { name: 'The invitation link' })).toHaveCount(0)

  const theirs = await open(null)
  await acceptInvitation(theirs, link)
  await expect(theirs).toHaveURL(/\/inbox/)
  const again = await open(null)
  expect((await again.goto(link))?.status()).toBe(410)
  await expect(again.getByRole('heading', { name: 'This invitation was used' })).toBeVisible()

  await openPerson(boss, person.name)
  await boss.getByLabel('Role').selectOption('Supervisor')
  await boss.getByRole('button', { name: 'Change role' }).click()
  await expect(regionCard(boss, 'What happened')).toContainText('Agent → Supervisor')
  await theirs.goto('/team')
  await expect(theirs.getByRole('button', { name: 'Create group' })).toBeVisible()

  const token = await makeToken(boss, 'API tokens', 'nightly report')
  expect(await statusWithToken(token)).toBe(200)
  await boss.reload()
  await expect(boss.getByText(token)).toHaveCount(0)
  await boss.getByText('Revoke…').click()
  await boss.getByRole('button', { name: 'Revoke nightly report' }).click()
  await expect(boss.getByText('No program acts for this account.')).toBeVisible()
  expect(await statusWithToken(token)).toBe(401)

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

test('everything works as plain forms, and a refusal keeps the input', async ({ open }) => {
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
  await acceptInvitation(theirs, link)
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

test('people are found by name, role and status, and sorted by a column', async ({ open }) => {
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

test('the pages of people answer 404 to other staff', async ({ open, watch }) => {
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

test('staff create and revoke their own tokens', async ({ open }) => {
  const [agent] = await createAgents(1)
  if (!agent) throw new Error('no agent was made')
  const page = await open(agent)
  await page.goto('/account')
  await expect(regionCard(page, 'Your API tokens').getByLabel('May act as').getByRole('option')).toHaveText([
    'Agent',
    'Customer',
  ])
  const token = await makeToken(page, 'Your API tokens', 'my script')
  expect(await statusWithToken(token)).toBe(200)
  const row = page.getByRole('listitem').filter({ hasText: 'my script' })
  await row.getByText('Revoke…').click()
  await row.getByRole('button', { name: 'Revoke my script' }).click()
  await expect(row).toHaveCount(0)
  expect(await statusWithToken(token)).toBe(401)
})

test('an unknown invitation answers 404 with an explanation', async ({ open, watch }) => {
  watch.expectComplaint(/status of 404/)
  const page = await open(null, { javaScriptEnabled: false })
  expect((await page.goto(`/invitation/inv_${'A'.repeat(43)}`))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible()
})
