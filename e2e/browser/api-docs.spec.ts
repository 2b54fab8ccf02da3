import { call } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const operationIds = async (): Promise<string[]> => {
  const { body } = await call<{ paths: Record<string, Record<string, { operationId: string }>> }>(
    '/api/v1/openapi.json',
  )
  return Object.values(body.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  )
}

test('the API page shows every endpoint of the OpenAPI document, also without JavaScript', async ({
  open,
}) => {
  const page = await open(null, { javaScriptEnabled: false })
  await page.goto('/docs/api')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The API')
  for (const id of await operationIds()) {
    await expect(page.locator(`article#${id}`)).toContainText('Refusals')
    await expect(page.locator(`article#${id} pre`)).toContainText('curl')
    await expect(page.getByRole('navigation').locator(`a[href="#${id}"]`)).toHaveCount(1)
  }
})

test('every anchor of the API page has a target', async ({ open }) => {
  const page = await open(null)
  await page.goto('/docs/api')
  const broken = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
      .map(({ hash }) => hash.slice(1))
      .filter((id) => !document.getElementById(id)),
  )
  expect(broken).toEqual([])
})

test('a copied example works with a token', async ({ open }) => {
  const page = await open(null, { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto('/docs/api#listPeople')
  await page.getByRole('button', { name: 'Copy the example of: Find colleagues' }).press('Enter')
  await expect(page.getByText('Copied')).toBeAttached()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const url = new URL(/'(http[^']+)'/.exec(copied)?.[1] ?? '')
  expect(copied).toContain('-H "Authorization: Bearer $TOKEN"')
  expect((await call(url.pathname + url.search, { as: people.ana })).status).toBe(200)
})

test('the account page links to the API page', async ({ open }) => {
  const page = await open(people.ana)
  await page.goto('/account')
  await page.getByRole('link', { name: 'The API' }).press('Enter')
  await expect(page).toHaveURL(/\/docs\/api$/)
})

// Each theme and each width once: a page this long takes long to check.
for (const [colorScheme, width] of [
  ['light', 360],
  ['dark', 1440],
] as const)
  test(`the API page has no accessibility finding in ${colorScheme} at ${width} px, and fits`, async ({
    open,
  }) => {
    const page = await open(null, { colorScheme, viewport: { width, height: 800 } })
    await page.goto('/docs/api')
    expect(await findAccessibilityViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
