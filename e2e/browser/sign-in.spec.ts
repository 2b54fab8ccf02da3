import { toCaseNumber } from '../../temporal/contract/cases/case-ids'
import { placeWaitingOrder, startApproval } from '../support/api'
import { decisionCard } from '../support/pages/console'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, customer, supervisor } = people

for (const path of ['/inbox', '/orders', '/team', '/people', '/account', `/cases/apr_${'0'.repeat(26)}`])
  test(`${path} asks to sign in first, and shows nothing`, async ({ open }) => {
    const page = await open(null)
    await page.goto(path)
    await expect(page).toHaveURL(/\/sign-in/)
    await expect(page.getByLabel('Password')).toBeVisible()
  })

test('a wrong password does not reveal which field was wrong, and a right one returns to the page', async ({
  open,
}) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(null)
  await page.goto(`/cases/${approvalId}`)
  await page.getByLabel('E-mail').fill(ana.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('E-mail or password is wrong').first()).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(ana.email)

  await page.getByLabel('Password').fill(ana.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(new RegExp(`/cases/${approvalId}$`))
  await expect(decisionCard(page)).toBeVisible()
})

test('a person who has set a password and could not be signed in is asked to sign in', async ({ open }) => {
  const page = await open(null)
  await page.goto('/sign-in?set=1')
  await expect(page.getByText('Your password is set. Sign in with it.')).toBeVisible()
})

test('signing in never leads to another site', async ({ open }) => {
  const page = await open(null)
  for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example']) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    const targets = await page
      .locator('input[name=next]')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
    for (const target of targets) expect(new URL(target, page.url()).host).toBe(new URL(page.url()).host)
  }
})

test('a customer who is signed in has no console', async ({ open, watch }) => {
  watch.expectComplaint(/status of 40[34]/)
  const page = await open(customer)
  const response = await page.goto('/inbox')
  const isAway = !new URL(page.url()).pathname.startsWith('/inbox')
  expect(isAway || [403, 404].includes(response?.status() ?? 0)).toBe(true)
  await expect(page.getByRole('navigation', { name: /console/i })).toBeHidden()
})

test('signing out ends the session on the server', async ({ open, watch }) => {
  // A page that is still open notices that its session has ended.
  watch.expectComplaint(/status of 401/)
  const page = await open(null)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(people.admin.email)
  await page.getByLabel('Password').fill(people.admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/inbox/)
  const kept = await page.context().cookies()
  await page.getByRole('button', { name: `Signed in as ${people.admin.name}` }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)

  await page.context().addCookies(kept)
  await page.goto('/inbox')
  await expect(page).toHaveURL(/\/sign-in/)
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
  // Other tests place orders as the same customer meanwhile.
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
