import { describe, expect, it } from 'vitest'
import { readFormId } from '@/app/_server/orders/form-key'
import { addressErrorsFor } from '@/components/shop/messages/address-errors'
import { messagesFor } from '@/components/shop/messages/shop-messages'
import type { Problem } from '@/temporal/contract/problem'
import { PlacementBody } from '@/temporal/contract/schemas/order-request'
import { toPartErrors } from './address-form'
import { findQuantityErrors, toErrorState, toPlacement } from './order-form'

const FILLED = {
  formId: 'b0a5',
  'quantity.MUG-BLUE': '2',
  'quantity.LAPTOP-14': '0',
  email: 'Ada@Example.com ',
  'shippingAddress.name': 'Ada Byron',
  'shippingAddress.line1': '12 St James Square',
  'shippingAddress.line2': '  ',
  'shippingAddress.city': 'London',
  'shippingAddress.postalCode': 'SW1Y 4JH',
  'shippingAddress.country': 'United Kingdom',
  paymentToken: 'tok_approved',
}

const refusal = (errors: Problem['errors']): Problem => ({
  type: 'urn:x',
  title: 'Some of what was sent is missing or not valid',
  status: 422,
  detail: '',
  code: 'VALIDATION_FAILED',
  requestId: 'r1',
  ...(errors && { errors }),
})

describe('toPlacement', () => {
  it('builds a placement that the schema accepts, without products of quantity 0', () => {
    const { order } = PlacementBody.parse(toPlacement(FILLED))
    expect(order.items).toEqual([{ sku: 'MUG-BLUE', quantity: 2 }])
    expect(order.email).toBe('ada@example.com')
    expect(order.shippingAddress).not.toHaveProperty('line2')
  })

  it('names its form in the key', () => {
    expect(readFormId(toPlacement(FILLED).idempotencyKey)).toBe('b0a5')
  })

  it.each(['', 'x'.repeat(65), 'ä', 'a:b'])('has a valid key for the id %j of a form', (formId) => {
    const { idempotencyKey } = toPlacement({ ...FILLED, formId })
    expect(idempotencyKey).toMatch(/^form:none:[\da-f]{64}$/)
  })

  it('has the same key when the same form is sent again', () => {
    expect(toPlacement(FILLED).idempotencyKey).toBe(toPlacement({ ...FILLED }).idempotencyKey)
  })

  it.each([
    ['another form', { formId: 'b0a6' }],
    ['another content', { 'quantity.MUG-BLUE': '3' }],
  ])('has another key for %s', (_what, change) => {
    expect(toPlacement({ ...FILLED, ...change }).idempotencyKey).not.toBe(toPlacement(FILLED).idempotencyKey)
  })

  it.each(['1.5', '-1', 'two', '1000'])('lets the schema refuse %s as a quantity', (typed) => {
    const parsed = PlacementBody.safeParse(toPlacement({ ...FILLED, 'quantity.MUG-BLUE': typed }))
    const shown = refusal(
      parsed.error?.issues.map(({ path, message }) => ({ path: path.join('.'), message })) ?? [],
    )
    expect(Object.keys(toErrorState(shown, messagesFor('en')).errors)).toEqual(['items'])
  })
})

describe('toErrorState', () => {
  it('maps errors to messages by field', () => {
    const { errors, problem } = toErrorState(refusal([{ path: 'email', message: 'x' }]), messagesFor('en'))
    expect(errors).toEqual({ email: messagesFor('en').order.errors.email })
    expect(problem).toBeNull()
  })

  it.each([
    [422, false],
    [429, false],
    [500, true],
    [503, true],
  ])('after status %i it is unknown whether the order was placed: %s', (status, isUnanswered) => {
    const problem = { ...refusal(undefined), status }
    expect(toErrorState(problem, messagesFor('en')).isUnanswered).toBe(isUnanswered)
  })

  it('returns one problem for the whole form where no field has an error', () => {
    const { errors, problem } = toErrorState(
      refusal([{ path: 'idempotencyKey', message: 'x' }]),
      messagesFor('en'),
    )
    expect(errors).toEqual({})
    expect(problem).toEqual({ ...messagesFor('en').problemOfOurs, requestId: 'r1' })
  })

  it('omits unknown fields and uses the language of the page', () => {
    const mixed = refusal([
      { path: 'shippingAddress.city', message: 'The city is missing' },
      { path: 'shippingAddress.planet', message: 'Unknown' },
    ])
    const partErrors = toPartErrors({ 'shippingAddress.country': 'DE' }, addressErrorsFor('de'))
    expect(toErrorState(mixed, messagesFor('de'), partErrors).errors).toEqual({
      'shippingAddress.city': 'Geben Sie den Ort ein.',
    })
  })
})

describe('findQuantityErrors', () => {
  const product = (sku: string, available: number) => ({
    sku,
    name: `Product ${sku}`,
    description: '',
    unitCents: 100,
    currency: 'USD',
    available,
  })
  const products = [product('A', 3), product('B', 0), product('C', 9)]

  it('returns a message for each product that is short, by field', () => {
    const values = { 'quantity.A': '4', 'quantity.B': '1', 'quantity.C': '9' }
    expect(findQuantityErrors(values, products, messagesFor('en'))).toEqual({
      'quantity.A': 'Product A: only 3 left.',
      'quantity.B': 'Product B has sold out.',
    })
  })

  it('ignores unknown products, which are refused later', () => {
    expect(findQuantityErrors({ 'quantity.X': 'many' }, products, messagesFor('en'))).toEqual({})
  })
})
