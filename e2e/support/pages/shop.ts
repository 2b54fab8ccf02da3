/** The order form and the status page, as a customer uses them. */

import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { selectRows } from '../sql'

export interface ShopOrder {
  product: string
  quantity: number
  card?: string
  street?: string
}

/** Chooses a country and waits for its fields, of which `label` is one. */
export const chooseCountry = async (page: Page, country: string, label: string): Promise<void> => {
  await page.getByLabel('Country').selectOption(country)
  // A page without JavaScript has a button for it.
  const show = page.getByRole('button', { name: 'Show the fields of this country' })
  if (await show.isVisible()) await show.click()
  await expect(page.getByLabel(label)).toBeVisible()
}

/** Fills in the order form. @returns the e-mail address */
export const fillOrderForm = async (
  page: Page,
  { product, quantity, card, street = '12 St James Square' }: ShopOrder,
): Promise<string> => {
  const email = `shop-${randomUUID()}@customer.example`
  await chooseCountry(page, 'United Kingdom', 'Postcode')
  await page.getByRole('spinbutton', { name: new RegExp(product) }).fill(String(quantity))
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Full name').fill('Ada Byron')
  await page.getByLabel('Street and number').fill(street)
  await page.getByLabel('Postcode').fill('SW1Y 4JH')
  await page.getByLabel('Town or city').fill('London')
  if (card) await page.getByLabel('Card').selectOption(card)
  return email
}

/** Places an order through the form and waits for its status page. @returns the e-mail address */
export const placeOrderInShop = async (page: Page, wish: ShopOrder): Promise<string> => {
  await page.goto('/order')
  const email = await fillOrderForm(page, wish)
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page).toHaveURL(/\/track\//)
  return email
}

/** The path of a status link. */
export const toStatusPath = ({ statusUrl }: { statusUrl: string }): string => new URL(statusUrl).pathname

/** Finds the id of the order whose status page is open, by the number on it. */
export const readOrderId = async (page: Page): Promise<string> => {
  const text = await page
    .getByText(/^Order [0-9A-Z]{8}$/)
    .first()
    .textContent()
  const body = text?.replace('Order ', '').toLowerCase() ?? ''
  const [row] = await selectRows<{ id: string }>(
    'select order_id as id from order_intake where order_id like $1',
    [`ord_${body}%`],
  )
  if (!row) throw new Error(`no order with the number ${text}`)
  return row.id
}
