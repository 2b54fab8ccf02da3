import type { Page } from '@playwright/test'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { chooseCountry, fillOrderForm, readOrderId } from '../support/pages/shop'
import { selectRows } from '../support/sql'
import { expect, test } from '../support/test'

const PHONE = { viewport: { width: 360, height: 740 } }
const PLACE = { name: 'Place order' }

/** Opens the form with an e-mail address, a name and a product. */
const openForm = async (page: Page) => {
  await page.goto('/order')
  await fillOrderForm(page, { product: 'Assam tea', quantity: 1 })
}

const readAddress = async (page: Page): Promise<Record<string, string>> => {
  await expect(page).toHaveURL(/\/track\//)
  const [row] = await selectRows<{ address: Record<string, string> }>(
    'select shipping_address as address from order_intake where order_id = $1',
    [await readOrderId(page)],
  )
  return row?.address ?? {}
}

for (const javaScriptEnabled of [true, false])
  test(`an order goes to Dubai, which has neither city nor postal code, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    open,
  }) => {
    const page = await open(null, { ...PHONE, javaScriptEnabled })
    await openForm(page)
    await chooseCountry(page, 'United Arab Emirates', 'Emirate')
    await expect(page.getByLabel('Postcode')).toHaveCount(0)
    await expect(page.getByLabel('Town or city')).toHaveCount(0)
    await expect(page.getByLabel('Full name')).toHaveValue('Ada Byron')
    await page.getByRole('button', PLACE).click()
    await page.getByRole('link', { name: 'Choose the emirate.' }).click()
    await expect(page.getByLabel('Emirate')).toHaveAttribute('aria-invalid', 'true')
    if (javaScriptEnabled) expect(await findAccessibilityViolations(page)).toEqual([])
    await page.getByLabel('Emirate').selectOption('Dubai دبي')
    await page.getByRole('button', PLACE).click()
    expect(await readAddress(page)).toMatchObject({
      region: 'Dubai',
      city: '',
      postalCode: '',
      country: 'AE',
    })
    await expect(page.getByText('Ada Byron\nDubai\nUnited Arab Emirates')).toBeVisible()
  })

test('the fields of a country come and go, and keep what was typed', async ({ open }) => {
  const page = await open(null, PHONE)
  await openForm(page)
  for (const [country, label] of [
    ['Ireland', 'Eircode'],
    ['India', 'PIN code'],
    ['Japan', 'Prefecture'],
    ['United States', 'ZIP code'],
    ['Hong Kong SAR China', 'Area'],
  ] as const)
    await chooseCountry(page, country, label)
  await expect(page.getByLabel('District')).toHaveValue('London')
  await expect(page.getByLabel('ZIP code')).toHaveCount(0)
  await chooseCountry(page, 'United Kingdom', 'Postcode')
  await expect(page.getByLabel('Postcode')).toHaveValue('SW1Y 4JH')
  await expect(page.getByLabel('Town or city')).toHaveValue('London')
})

test('an unusual postal code is a question, which the customer may answer with yes', async ({ open }) => {
  const page = await open(null, { ...PHONE, colorScheme: 'dark' })
  await openForm(page)
  await page.getByLabel('Postcode').fill('W1')
  await page.getByRole('button', PLACE).click()
  const question = page.getByRole('link', { name: /^This looks unusual \(United Kingdom: such as / })
  await expect(question).toBeVisible()
  expect(await findAccessibilityViolations(page)).toEqual([])
  await page.getByLabel('Yes, it is right').check()
  // Another code is another question.
  await page.getByLabel('Postcode').fill('W2')
  await page.getByRole('button', PLACE).click()
  await expect(page.getByLabel('Yes, it is right')).not.toBeChecked()
  await page.getByLabel('Yes, it is right').check()
  await page.getByRole('button', PLACE).click()
  expect(await readAddress(page)).toMatchObject({ postalCode: 'W2' })
})

/** Fills in fields as a browser does: all at once, by their purpose, each with its events. */
const autofill = (page: Page, values: Record<string, string>) =>
  page.evaluate((filled) => {
    for (const [purpose, value] of Object.entries(filled)) {
      const field = document.querySelector<HTMLInputElement>(`[autocomplete="${purpose}"]`)
      const prototype = Object.getPrototypeOf(field)
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
      field?.dispatchEvent(new Event('input', { bubbles: true }))
      field?.dispatchEvent(new Event('change', { bubbles: true }))
    }
  }, values)

test('a phone fills in an address with the country by its name, and a street of several lines is pasted', async ({
  open,
}) => {
  const page = await open(null, {
    ...PHONE,
    locale: 'de-DE',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await page.goto('/order')
  await page.getByRole('spinbutton', { name: /Assam tea/ }).fill('1')
  await expect(page.getByLabel('Land', { exact: true })).toHaveValue('DE')
  await autofill(page, {
    email: 'autofill@customer.example',
    'shipping country-name': 'United Kingdom',
    'shipping name': 'Ada Byron',
    'shipping address-level2': 'London',
    'shipping postal-code': 'sw1y 4jh',
  })
  await expect(page.getByLabel('Land', { exact: true })).toHaveValue('GB')
  await expect(page.getByLabel('Postleitzahl')).toHaveValue('sw1y 4jh')
  await page.evaluate(() => navigator.clipboard.writeText('12 St James Square\nFlat 2\nOld Town'))
  await page.getByLabel('Straße und Hausnummer').focus()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByLabel('Wohnung, Etage, Firma')).toHaveValue('Flat 2, Old Town')
  await page.getByRole('button', { name: 'Zahlungspflichtig bestellen' }).click()
  await expect(page).toHaveURL(/\/track\//)
  await expect(page.getByText('London\nVereinigtes Königreich')).toBeVisible()
})
