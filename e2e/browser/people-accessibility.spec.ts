import { findAccessibilityViolations } from '../support/checks/accessibility'
import { invite, makeToken, newcomer, openPerson } from '../support/pages/people'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { admin, ana, customer } = people

for (const theme of ['light', 'dark'] as const)
  test(`the pages of people have no finding in ${theme}, also with errors`, async ({ open, watch }) => {
    watch.expectComplaint(/status of 4(04|10)/)
    const options = { colorScheme: theme, reducedMotion: 'reduce' } as const
    const page = await open(admin, options)
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
    // While the router renders an answer, the title is empty for a moment.
    await expect(page).toHaveTitle(/./)
    expect(await findAccessibilityViolations(page), 'invited').toEqual([])
    await openPerson(page, person.name)
    for (const summary of await page.locator('summary').all()) await summary.click()
    await makeToken(page, 'API tokens', 'for axe')
    expect(await findAccessibilityViolations(page), 'person').toEqual([])

    const theirs = await open(null, options)
    for (const path of [link, '/invitation?why=ended', '/sign-in', '/my-orders']) {
      await theirs.goto(path)
      expect(await findAccessibilityViolations(theirs), path).toEqual([])
    }
    const shopper = await open(customer, options)
    await shopper.goto('/my-orders')
    expect(await findAccessibilityViolations(shopper), 'orders').toEqual([])
  })

test('nothing scrolls horizontally on a phone of 360 px', async ({ open }) => {
  const page = await open(admin, { viewport: { width: 360, height: 740 } })
  for (const path of ['/people', '/people/invite', '/people/tokens', '/people/audit', '/account', '/team']) {
    await page.goto(path)
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await overflow(), path).toBeLessThanOrEqual(0)
  }
})
