import { placeOrder } from '../support/api'
import { mapLimited } from '../support/map-limited'
import { toStatusPath } from '../support/pages/shop'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

/** `max` of the limit on reads of one status page. */
const MAX_READS = 3_000

test('a status page that programs read too often answers 429 in customers’ words; other orders are unaffected', async ({
  request,
  baseURL,
}) => {
  const [order, other] = [await placeOrder(people.customer), await placeOrder(people.customer)]
  const version = new URL(`${toStatusPath(order)}/version`, baseURL)
  await mapLimited(Array.from({ length: MAX_READS }), 20, () => fetch(version).then((read) => read.text()))
  const page = await request.get(toStatusPath(order), { headers: { 'accept-language': 'de' } })
  expect(page.status()).toBe(429)
  expect(Number(page.headers()['retry-after'])).toBeGreaterThan(0)
  expect(await page.text()).toContain('Das war viel in kurzer Zeit')
  for (const part of ['events', 'version'])
    expect((await request.get(`${toStatusPath(order)}/${part}`)).status(), part).toBe(429)
  for (const path of [toStatusPath(other), `${toStatusPath(other)}/version`])
    expect((await request.get(path)).status(), path).toBe(200)
})
