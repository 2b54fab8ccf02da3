import { placeWaitingOrder } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { chooseCountry, fillOrderForm, placeOrderInShop, readOrderId } from '../support/pages/shop'
import { selectRows } from '../support/sql'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { customer } = people
const PLACE = { name: 'Place order' }
const PHONE = { viewport: { width: 360, height: 740 } }

test('missing fields are listed at the top, with the focus, and beside each field; the input stays', async ({
  open,
}) => {
  const page = await open(null)
  await page.goto('/order')
  await page.getByLabel('E-mail').fill('ada@')
  await page.getByLabel('Full name').fill('Ada Byron')
  await chooseCountry(page, 'Portugal', 'Postcode')
  await page.getByRole('button', PLACE).click()

  const summary = page.getByRole('alert').filter({ hasText: 'Please look at these again' })
  await expect(summary).toBeVisible()
  expect(await summary.evaluate((node) => node.parentElement === document.activeElement)).toBe(true)
  await expect(page.getByLabel('E-mail')).toHaveValue('ada@')
  await expect(page.getByLabel('Full name')).toHaveValue('Ada Byron')
  await expect(page.getByLabel('Country')).toHaveValue('PT')
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/Enter an e-mail address/)
  await expect(page.getByLabel('Postcode')).toHaveAttribute('aria-invalid', 'true')
  await expect(page).toHaveURL(/\/order$/)
  expect(await findAccessibilityViolations(page)).toEqual([])

  await summary.getByRole('link', { name: 'Enter the postcode.' }).click()
  await expect(page.getByLabel('Postcode')).toBeFocused()
})

test('the browser can autofill the address, and the country is preselected from its language', async ({
  open,
}) => {
  const page = await open(null, { locale: 'pt-PT' })
  await page.goto('/order')
  await expect(page.getByLabel('Country')).toHaveValue('PT')
  const purposes = await page
    .locator('[autocomplete]:not([autocomplete=off])')
    .evaluateAll((fields) => fields.map((field) => field.getAttribute('autocomplete')))
  expect(purposes).toEqual([
    'email',
    'shipping country',
    'shipping country-name',
    'shipping name',
    'shipping address-line1',
    'shipping address-line2',
    'shipping postal-code',
    'shipping address-level2',
  ])
})

test('the country reaches the order as its code', async ({ open }) => {
  const page = await open(null)
  await placeOrderInShop(page, { product: 'Assam tea', quantity: 1 })
  const [row] = await selectRows<{ country: string }>(
    "select shipping_address ->> 'country' as country from order_intake where order_id = $1",
    [await readOrderId(page)],
  )
  expect(row?.country).toBe('GB')
  await expect(page.getByText('London\nUnited Kingdom')).toBeVisible()
})

test('a sold-out product cannot be chosen, and a scarce one only up to its stock', async ({ open }) => {
  const page = await open(null)
  await page.goto('/order')
  const gone = page.getByRole('listitem').filter({ hasText: 'Night Ferry' })
  await expect(gone.getByText('Sold out')).toBeVisible()
  await expect(gone.getByRole('spinbutton')).toHaveCount(0)
  const mug = page.getByRole('spinbutton', { name: /Blue stoneware mug/ })
  await mug.fill('5000')
  await expect(mug).toHaveValue('999')
})

test('the total is updated, and on a phone stays at the bottom', async ({ open }) => {
  const page = await open(null, PHONE)
  await page.goto('/order')
  await page.getByRole('button', { name: 'One Blue stoneware mug more' }).click()
  await page.getByRole('button', { name: 'One Blue stoneware mug more' }).click()
  const link = page.getByRole('link', { name: 'Review and order' })
  await expect(link).toBeInViewport()
  await expect(page.getByRole('status')).toHaveText('$24.00')
  await link.click()
  await expect(page.getByRole('button', PLACE)).toBeInViewport()
})

test('two clicks on the button place one order', async ({ open }) => {
  const page = await open(null)
  await page.goto('/order')
  const email = await fillOrderForm(page, { product: 'Assam tea', quantity: 1 })
  await page.getByRole('button', PLACE).dblclick()
  await expect(page).toHaveURL(/\/track\//)
  const rows = await selectRows('select 1 from order_intake where email = $1', [email])
  expect(rows).toHaveLength(1)
})

test('a declined card is explained; the form opens again with everything but the card filled in', async ({
  open,
}) => {
  const page = await open(null)
  const email = await placeOrderInShop(page, {
    product: 'Assam tea',
    quantity: 2,
    card: 'Test card: declined',
  })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We could not complete your order', {
    timeout: 30_000,
  })
  await expect(page.getByText(/^The payment was declined\. .*No money was taken\./)).toBeVisible()
  expect(await findAccessibilityViolations(page)).toEqual([])

  const link = await page.getByRole('link', { name: 'Try again with another card' }).getAttribute('href')
  for (const secret of [email, 'Ada', 'London']) expect(link).not.toContain(secret)
  await page.getByRole('link', { name: 'Try again with another card' }).click()
  await expect(page.getByRole('spinbutton', { name: /Assam tea/ })).toHaveValue('2')
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await expect(page.getByLabel('Street and number')).toHaveValue('12 St James Square')
  await expect(page.getByLabel('Country')).toHaveValue('GB')
  await page.getByLabel('Card').selectOption('Test card: approved')
  await page.getByRole('button', PLACE).click()
  await expect(page).toHaveURL(/\/track\//)
  await expect(page.getByText('You paid $19.00.').first()).toBeVisible({ timeout: 30_000 })

  const stranger = await open(null)
  await stranger.goto(link ?? '')
  await expect(stranger.getByLabel('E-mail')).toHaveValue('')
  await expect(stranger.getByLabel('Street and number')).toHaveValue('')
})

test('only the customer who placed an order is offered its data again', async ({ open }) => {
  const { order } = await placeWaitingOrder(customer)
  const page = await open(null)
  await page.goto(`/order?again=${new URL(order.statusUrl).pathname.split('/').at(-1)}`)
  await expect(page.getByLabel('Full name')).toHaveValue('')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the form has no accessibility finding with a selected product on a phone, in ${colorScheme}`, async ({
    open,
  }) => {
    const page = await open(null, { ...PHONE, colorScheme, hasTouch: true })
    await page.goto('/order')
    await page.getByRole('button', { name: 'One Blue stoneware mug more' }).click()
    expect(await findAccessibilityViolations(page)).toEqual([])
    const small = await page
      .locator(
        'button:visible:not([aria-hidden]), input:visible:not([type=hidden]):not([aria-hidden]), select:visible',
      )
      .evaluateAll((controls) =>
        controls
          .map((control) => ({ name: control.outerHTML.slice(0, 90), height: control.clientHeight }))
          .filter(({ height }) => height < 42),
      )
    expect(small).toEqual([])
  })
