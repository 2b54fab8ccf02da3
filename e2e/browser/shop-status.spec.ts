import type { Page } from '@playwright/test'
import { decide, expectBody, placeOrder, placeWaitingOrder, waitForOrderState } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { readLayoutShift, recordLayoutShifts } from '../support/checks/layout-shift'
import { toStatusPath } from '../support/pages/shop'
import { people, stack } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, customer } = people
const headline = (page: Page) => page.getByRole('heading', { level: 1 })
const SCREENS = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } }
/** Limit of the cumulative layout shift; browsers rate 0.1 as good. */
const MOST_SHIFT = 0.02

const rejected = async () => {
  const waiting = await placeWaitingOrder(customer)
  await decide(ana, waiting.approvalId, { decision: 'rejected', comment: 'Street is missing' })
  await waitForOrderState(ana, waiting.order.orderId, 'CANCELLED')
  return waiting.order
}
const ended = async (wish: Parameters<typeof placeOrder>[1], state: 'COMPLETED' | 'FAILED') => {
  const order = await placeOrder(customer, wish)
  await waitForOrderState(ana, order.orderId, state)
  return order
}

interface State {
  name: string
  place: () => Promise<{ statusUrl: string }>
  tab: RegExp
  headline: string
  says: RegExp
}

const STATES: State[] = [
  {
    name: 'waiting',
    place: async () => (await placeWaitingOrder(customer)).order,
    tab: /^Being checked · Order [0-9A-Z]{8}$/,
    headline: 'We are checking your order',
    says: /before you are charged\. We aim to be done by \d+ \w+/,
  },
  {
    name: 'delivered',
    place: () => ended({}, 'COMPLETED'),
    tab: /^Delivered · Order/,
    headline: 'Your order was delivered',
    says: /thank you for your order\. You paid \$/,
  },
  {
    name: 'turned down',
    place: rejected,
    tab: /^Cancelled · Order/,
    headline: 'Your order was cancelled',
    says: /could not accept this order\. Nothing will be sent\. No money was taken\./,
  },
  {
    name: 'declined',
    place: () => ended({ paymentToken: 'tok_declined' }, 'FAILED'),
    tab: /^Not completed · Order/,
    headline: 'We could not complete your order',
    says: /The payment was declined\. .* No money was taken\./,
  },
  {
    name: 'without funds',
    place: () => ended({ paymentToken: 'tok_insufficient_funds' }, 'FAILED'),
    tab: /^Not completed · Order/,
    headline: 'We could not complete your order',
    says: /did not have enough funds\. .* No money was taken\./,
  },
  {
    name: 'out of stock',
    place: () => ended({ sku: stack.skus.none }, 'FAILED'),
    tab: /^Not completed · Order/,
    headline: 'We could not complete your order',
    says: /sold out before we could set it aside for you\. .* No money was taken\./,
  },
]

for (const state of STATES)
  test(`${state.name}: shows state, reason, next step and where the money is`, async ({ open }) => {
    const path = toStatusPath(await state.place())
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(null, { viewport: SCREENS.phone, colorScheme, hasTouch: true })
      await page.goto(path)
      await expect(headline(page)).toHaveText(state.headline)
      await expect(page.getByText(state.says)).toBeVisible()
      await expect(page).toHaveTitle(state.tab)
      expect(await findAccessibilityViolations(page)).toEqual([])
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }))
      expect(scroll).toBeLessThanOrEqual(client)
    }
  })

test('the steps name the state of the order, without internal names', async ({ open }) => {
  const { order } = await placeWaitingOrder(customer)
  const page = await open(null)
  await page.goto(toStatusPath(order))
  const steps = page.getByRole('list', { name: 'Progress of your order' }).getByRole('listitem')
  await expect(steps).toHaveCount(5)
  await expect(steps.nth(1)).toHaveAttribute('aria-current', 'step')
  await expect(steps.nth(1)).toHaveText('Being checked')
  await expect(steps.nth(2)).toHaveText('Paid, still to come')
  await expect(page.locator('body')).not.toContainText(/\b[A-Z]+_[A-Z]+\b|AWAITING|CANCELLED/)
})

test('cancelling shows its consequences first, and its result in place of the button', async ({ open }) => {
  const { order } = await placeWaitingOrder(customer)
  const page = await open(null)
  await page.goto(toStatusPath(order))
  await page.getByText('Cancel order').click()
  await expect(page.getByText('your items go back on sale')).toBeVisible()
  await expect(page.getByText('You are not charged.')).toBeVisible()
  await expect(page.getByText('You can cancel until we hand the order to the carrier.')).toBeVisible()
  expect(await findAccessibilityViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  const result = page.getByText('Your order is cancelled. No money was taken.')
  await expect(result).toBeVisible()
  await expect(headline(page)).toHaveText('Your order was cancelled')
  await expect(result).toBeVisible()
  expect(await findAccessibilityViolations(page)).toEqual([])
})

test('the contact link has the order in its subject', async ({ open }) => {
  const page = await open(null)
  await page.goto(toStatusPath(await placeOrder(customer)))
  const href = await page.getByRole('link', { name: 'Write to us' }).getAttribute('href')
  expect(href).toMatch(/^mailto:.+@.+\?subject=Order%20[0-9A-Z]{8}$/)
})

for (const [name, viewport] of Object.entries(SCREENS))
  test(`no layout shift when the page loads and when the order continues, on a ${name}`, async ({ open }) => {
    for (const decision of ['approved', 'rejected'] as const) {
      const { order, approvalId } = await placeWaitingOrder(customer)
      const page = await open(null, { viewport })
      await recordLayoutShifts(page)
      await page.goto(toStatusPath(order))
      await expect(page.getByText('This page updates by itself.')).toBeVisible()
      expect(await readLayoutShift(page)).toBeLessThanOrEqual(MOST_SHIFT)
      expectBody(await decide(ana, approvalId, { decision, comment: 'Looked at' }))
      const goal = decision === 'approved' ? 'Your order was delivered' : 'Your order was cancelled'
      await expect(headline(page)).toHaveText(goal, { timeout: 30_000 })
      await expect(page.getByText('Nothing more will change.')).toBeVisible()
      expect(await readLayoutShift(page), decision).toBeLessThanOrEqual(MOST_SHIFT)
    }
  })

test('the page prints on one sheet, without buttons', async ({ open }) => {
  const page = await open(null)
  await page.goto(toStatusPath(await rejected()))
  await page.emulateMedia({ media: 'print' })
  await expect(headline(page)).toBeVisible()
  await expect(page.getByText('No money was taken.').first()).toBeVisible()
  await expect(page.locator('button:visible, summary:visible, nav:visible')).toHaveCount(0)
  await expect(page.getByText('Write to us')).toBeHidden()
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

test('a shared link shows a card without data of the order, and is not indexed', async ({ open }) => {
  const { order } = await placeWaitingOrder(customer)
  const page = await open(null)
  const response = await page.goto(toStatusPath(order))
  expect(response?.headers()['x-robots-tag']).toBe('noindex, nofollow, noarchive')
  const meta = (name: string) =>
    page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute('content')
  expect(await meta('og:title')).toBe('Your order at Corner Store')
  const number = (await page.title()).split(' ').at(-1) ?? ''
  const card = await page
    .locator('meta[property^="og:"], meta[name^="twitter:"]')
    .evaluateAll((tags) => tags.map((tag) => tag.getAttribute('content')).join(' '))
  for (const secret of [number, 'laptop', 'Ada', 'London', 'checking']) expect(card).not.toContain(secret)
  const picture = await page.request.get(new URL((await meta('og:image')) ?? '').pathname)
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/png'])
  for (const icon of ['/favicon.ico', '/favicon.svg', '/apple-touch-icon.png'])
    expect((await page.request.get(icon)).status()).toBe(200)
})
