import { placeOrder } from '../support/api'
import { toStatusPath } from '../support/pages/shop'
import { selectRows } from '../support/sql'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

/** `max` of the limit on reads of one status page. */
const MAX_READS = 3_000

test('a status page that programs read too often answers 429 in customers’ words; other orders are unaffected', async ({
  request,
}) => {
  const [order, other] = [await placeOrder(people.customer), await placeOrder(people.customer)]
  await selectRows('insert into rate_limits (key, points, expire) values ($1, $2, $3)', [
    `status:${order.orderId}`,
    MAX_READS,
    Date.now() + 60_000,
  ])
  const page = await request.get(toStatusPath(order), { headers: { 'accept-language': 'de' } })
  expect(page.status()).toBe(429)
  expect(Number(page.headers()['retry-after'])).toBeGreaterThan(0)
  expect(await page.text()).toContain('Das war viel in kurzer Zeit')
  for (const part of ['events', 'version'])
    expect((await request.get(`${toStatusPath(order)}/${part}`)).status(), part).toBe(429)
  for (const path of [toStatusPath(other), `${toStatusPath(other)}/version`])
    expect((await request.get(path)).status(), path).toBe(200)
})
