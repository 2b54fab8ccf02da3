/** Addresses over HTTP. */

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addToken, post } from '@/app/_server/testing/post-both'
import { installRuntime } from '@/app/_server/testing/test-runtime'
import { orderRequest, startTestWeb, type TestWeb } from '@/app/_server/testing/test-web'
import { GET as addressFormat } from './address-formats/[country]/route'
import { POST as placeOrder } from './orders/route'

let web: TestWeb
let customer: string

beforeAll(async () => {
  web = await startTestWeb()
  installRuntime(web.runtime)
  customer = await addToken(web, 'customer')
})
afterAll(() => web.stop())

const readFormat = (country: string) =>
  addressFormat(new Request('http://shop.test/api/v1/x'), { params: Promise.resolve({ country }) })

it('GET /address-formats is public, cached, and refuses what is no country', async () => {
  const answer = await readFormat('Ireland')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=86400')
  expect(await answer.json()).toMatchObject({ country: 'IE', postalCodeExample: 'A65 F4E2' })
  const refused = await readFormat('XX')
  expect([refused.status, refused.headers.get('cache-control')]).toEqual([422, 'no-store'])
  expect((await refused.json()).errors).toEqual([{ path: 'country', message: 'There is no country XX' }])
})

it('POST /orders accepts a part of the address that looks wrong, and says so, the second time too', async () => {
  const [body, key] = [orderRequest(), randomUUID()]
  const unusual = { ...body, shippingAddress: { ...body.shippingAddress, postalCode: 'W1' } }
  const warnings = [
    { path: 'shippingAddress.postalCode', message: expect.stringContaining('W1 does not look like') },
  ]
  for (let time = 0; time < 2; time += 1)
    expect(await post(placeOrder, customer, unusual, key)).toMatchObject({ status: 201, body: { warnings } })
  expect((await post(placeOrder, customer, body, randomUUID())).body).not.toHaveProperty('warnings')
})

it.each([
  ['country', { country: 'XX' }],
  ['region', { country: 'US' }],
  ['postalCode', { postalCode: undefined }],
])('POST /orders refuses an address for its %s', async (part, change) => {
  const body = orderRequest()
  const shippingAddress = { ...body.shippingAddress, ...change }
  const answer = await post(placeOrder, customer, { ...body, shippingAddress }, randomUUID())
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'VALIDATION_FAILED', errors: [{ path: `shippingAddress.${part}` }] },
  })
})
