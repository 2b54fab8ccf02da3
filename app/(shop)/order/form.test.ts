import { describe, expect, it } from 'vitest'
import { shopWords } from '@/components/shop/words'
import type { Problem } from '@/temporal/contract/problem'
import { PlacementBody } from '@/temporal/contract/schemas/order'
import { placementOf, refusedState } from './form'

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

describe('placementOf', () => {
  it('makes a placement that the schema takes, without what was not chosen', () => {
    const { order } = PlacementBody.parse(placementOf(FILLED))
    expect(order.items).toEqual([{ sku: 'MUG-BLUE', quantity: 2 }])
    expect(order.email).toBe('ada@example.com')
    expect(order.shippingAddress).not.toHaveProperty('line2')
  })

  it('keeps its key when the same form is sent again', () => {
    expect(placementOf(FILLED).idempotencyKey).toBe(placementOf({ ...FILLED }).idempotencyKey)
  })

  it.each([
    ['another form', { formId: 'b0a6' }],
    ['another content', { 'quantity.MUG-BLUE': '3' }],
  ])('has another key for %s', (_what, change) => {
    expect(placementOf({ ...FILLED, ...change }).idempotencyKey).not.toBe(placementOf(FILLED).idempotencyKey)
  })

  it.each(['1.5', '-1', 'two', '1000'])('lets the schema refuse %s as a quantity', (typed) => {
    const parsed = PlacementBody.safeParse(placementOf({ ...FILLED, 'quantity.MUG-BLUE': typed }))
    const shown = refusal(
      parsed.error?.issues.map(({ path, message }) => ({ path: path.join('.'), message })) ?? [],
    )
    expect(Object.keys(refusedState(shown, shopWords()).errors)).toEqual(['items'])
  })
})

describe('refusedState', () => {
  it('says in our words what is wrong beside each field', () => {
    const { errors, problem } = refusedState(refusal([{ path: 'email', message: 'x' }]), shopWords())
    expect(errors).toEqual({ email: shopWords().order.errors.email })
    expect(problem).toBeNull()
  })

  it('says it once for the whole form where no field is to blame', () => {
    const { errors, problem } = refusedState(refusal([{ path: 'idempotencyKey', message: 'x' }]), shopWords())
    expect(errors).toEqual({})
    expect(problem).toEqual({ ...shopWords().problemOfOurs, requestId: 'r1' })
  })
})
