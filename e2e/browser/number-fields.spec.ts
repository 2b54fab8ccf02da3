import type { Locator, Page } from '@playwright/test'
import { WIDE } from '../support/pages/inbox'
import { fillOrderForm } from '../support/pages/shop'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const LOW = { viewport: { width: 1024, height: 480 } }
const TEA = /Assam tea/
const NOT_DIGITS = 'Assam tea, 250 g: write the quantity in digits, such as 2.'

const quantity = (page: Page) => page.getByRole('spinbutton', { name: TEA })

/** Turns the wheel over a focused field until the page has scrolled. */
const wheelOver = async (page: Page, field: Locator) => {
  await field.click()
  const scrollTop = () => page.evaluate(() => document.documentElement.scrollTop)
  const before = await scrollTop()
  await page.mouse.wheel(0, 120)
  await expect.poll(scrollTop).toBeGreaterThan(before)
}

for (const javaScriptEnabled of [true, false])
  test(`the wheel over a quantity scrolls the page and changes nothing, ${
    javaScriptEnabled ? 'with' : 'without'
  } JavaScript`, async ({ open }) => {
    const page = await open(null, { ...LOW, javaScriptEnabled })
    await page.goto('/order')
    await quantity(page).fill('2')
    await wheelOver(page, quantity(page))
    await expect(quantity(page)).toHaveValue('2')
  })

test('a quantity changes by keys and buttons', async ({ open }) => {
  const page = await open(null)
  await page.goto('/order')
  await page.getByRole('button', { name: /^One Assam tea, 250 g more/ }).click()
  await expect(quantity(page)).toHaveValue('1')
  await quantity(page).press('ArrowUp')
  await quantity(page).press('ArrowUp')
  await quantity(page).press('ArrowDown')
  await expect(quantity(page)).toHaveValue('2')
  await expect(quantity(page)).toHaveAttribute('aria-valuenow', '2')
  await expect(page.locator('output')).toHaveText('$19.00')
  await quantity(page).fill('１２')
  await quantity(page).blur()
  await expect(quantity(page)).toHaveValue('12')
})

test('a quantity that is not digits is refused in words, and stays in its field', async ({ open }) => {
  const page = await open(null)
  await page.goto('/order')
  await fillOrderForm(page, { product: 'Blue stoneware mug', quantity: 1 })
  await quantity(page).fill('1e2')
  await expect(page.getByText(NOT_DIGITS)).toBeVisible()
  await expect(page.locator('output')).toHaveText('$12.00')
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByRole('link', { name: NOT_DIGITS })).toBeVisible()
  await expect(quantity(page)).toHaveValue('1e2')
  await expect(quantity(page)).toHaveAccessibleDescription(NOT_DIGITS)
})

test('1e2 and 0x10 are refused in words without JavaScript', async ({ open }) => {
  const page = await open(null, { javaScriptEnabled: false, locale: 'de-DE' })
  await page.goto('/order')
  for (const typed of ['1e2', '0x10']) {
    await quantity(page).fill(typed)
    await page.getByRole('button', { name: 'Zahlungspflichtig bestellen' }).click()
    await expect(page.getByRole('link', { name: /^Assam tea, 250 g: .*in Ziffern/ })).toBeVisible()
    await expect(quantity(page)).toHaveValue(typed)
  }
})

test('an amount of the filter stands still under the wheel, and says what it compares', async ({ open }) => {
  const page = await open(people.ana, WIDE)
  await page.goto('/inbox')
  await page.getByRole('button', { name: 'Filter' }).click()
  const panel = page.getByRole('dialog', { name: 'Filter' })
  const amount = panel.getByLabel('Amount from')
  await expect(amount).toHaveAccessibleDescription(/two decimals, whatever the currency/)
  await amount.fill('1250.50')
  await amount.click()
  await page.mouse.wheel(0, 120)
  await panel.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('amount from 1,250.50')
  await page.goto('/inbox?minAmount=1e2')
  await expect(page.getByText('Unknown filter “minAmount=1e2” was left out.')).toBeVisible()
})
