/** Bodies that mean the same, sent under one idempotency key, are one order. */

import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalHash } from '@/app/_server/platform/canonical-hash'
import { addToken, type Body, post, postBoth, reversed } from '@/app/_server/testing/post-both'
import { installRuntime } from '@/app/_server/testing/test-runtime'
import { orderRequest, startTestWeb, type TestWeb } from '@/app/_server/testing/test-web'
import { orderIntake } from '@/db/schema/orders'
import type { Address } from '@/temporal/contract/orders/order'
import { POST as placeOrder } from './orders/route'

let web: TestWeb
let customer: string

beforeAll(async () => {
  web = await startTestWeb()
  installRuntime(web.runtime)
  customer = await addToken(web, 'customer')
})
afterAll(() => web.stop())

const GERMAN = { name: 'Jörg Müller', line1: 'Gasse 7', city: 'Köln', postalCode: '50667', country: 'DE' }
const AMERICAN = {
  name: 'Ada',
  line1: '1 Elm',
  city: 'Boise',
  region: 'ID',
  postalCode: '83702',
  country: 'US',
}
const EMIRATI = { name: 'Sara', line1: '5 Nile St', region: 'Dubai', country: 'AE' }

const ADDRESSES: [what: string, first: Body, second: Body][] = [
  ['a country in small letters', GERMAN, { ...GERMAN, country: 'de' }],
  ['a country by its name', GERMAN, { ...GERMAN, country: 'Germany' }],
  ['a country by its name in another language', GERMAN, { ...GERMAN, country: ' Deutschland ' }],
  ['a country by its alpha-3 code', GERMAN, { ...GERMAN, country: 'DEU' }],
  ['a region by its name', AMERICAN, { ...AMERICAN, region: 'Idaho' }],
  ['a region by its ISO code', AMERICAN, { ...AMERICAN, region: 'us-id' }],
  ['a region in its own script', EMIRATI, { ...EMIRATI, region: 'دبي' }],
  ['a city where there is a region', EMIRATI, { ...EMIRATI, region: undefined, city: 'Dubai' }],
  ['an empty part', EMIRATI, { ...EMIRATI, city: '', postalCode: ' ', line2: '' }],
  [
    'a postal code in small letters',
    { ...GERMAN, country: 'GB', postalCode: 'SW1Y 4JH' },
    { ...GERMAN, country: 'UK', postalCode: 'sw1y  4jh' },
  ],
  ['wide digits', GERMAN, { ...GERMAN, postalCode: '５０６６７' }],
  ['blanks around and inside', GERMAN, { ...GERMAN, name: ' Jörg  Müller ', city: 'Köln\t' }],
  ['marks apart from their letters', GERMAN, { ...GERMAN, name: GERMAN.name.normalize('NFD') }],
  ['a street of two lines', { ...GERMAN, line2: 'Hinterhaus' }, { ...GERMAN, line1: 'Gasse 7\nHinterhaus' }],
  ['another order of the keys', GERMAN, reversed(GERMAN)],
]

describe('an order', () => {
  it.each(ADDRESSES)('is the same with %s', async (_, first, second) => {
    const order = orderRequest()
    const withAddress = (shippingAddress: Body) => ({ ...order, shippingAddress })
    expect(await postBoth(placeOrder, customer, withAddress(first), withAddress(second))).toMatchObject({
      status: 201,
      replayed: true,
      isSame: true,
    })
  })

  it.each<[string, (body: Body) => Body]>([
    ['an e-mail address in capitals', (body) => ({ ...body, email: ` ${String(body.email).toUpperCase()}` })],
    [
      'a line cut in two',
      (body) => ({
        ...body,
        items: [
          { sku: 'MUG-BLUE', quantity: 1 },
          { sku: 'TEA-ASSAM', quantity: 1 },
          { sku: 'MUG-BLUE', quantity: 1 },
        ],
      }),
    ],
    ['its lines in another order', (body) => ({ ...body, items: [...(body.items as object[])].reverse() })],
    ['another order of the keys', reversed],
  ])('is the same with %s', async (_, change) => {
    const body = orderRequest('MUG-BLUE', {
      items: [
        { sku: 'MUG-BLUE', quantity: 2 },
        { sku: 'TEA-ASSAM', quantity: 1 },
      ],
    })
    expect(await postBoth(placeOrder, customer, body, change(body as Body))).toMatchObject({
      status: 201,
      isSame: true,
    })
  })

  it.each<[string, Body]>([
    ['another country', { ...GERMAN, country: 'AT' }],
    ['another house', { ...GERMAN, line1: 'Gasse 8' }],
    ['another postal code', { ...GERMAN, postalCode: '50668' }],
    ['an umlaut less', { ...GERMAN, name: 'Jorg Müller' }],
  ])('is another with %s', async (_, shippingAddress) => {
    const order = orderRequest()
    const answer = await postBoth(
      placeOrder,
      customer,
      { ...order, shippingAddress: GERMAN },
      { ...order, shippingAddress },
    )
    expect(answer).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } })
  })

  it('that an earlier release stored as it was written, with the hash of that, is still answered', async () => {
    const order = orderRequest()
    const written = { ...GERMAN, name: GERMAN.name.normalize('NFD'), country: 'Deutschland' }
    const body = { ...order, shippingAddress: written }
    const { key } = await postBoth(placeOrder, customer, body, body)
    await web.stack.db
      .update(orderIntake)
      .set({ bodyHash: canonicalHash(body), shippingAddress: { ...written, country: 'DE' } as Address })
      .where(eq(orderIntake.email, order.email))
    expect(await post(placeOrder, customer, body, key)).toMatchObject({ status: 201, replayed: true })
    const other = { ...body, shippingAddress: { ...written, city: 'Bonn' } }
    expect(await post(placeOrder, customer, other, key)).toMatchObject({ status: 422 })
  })
})
