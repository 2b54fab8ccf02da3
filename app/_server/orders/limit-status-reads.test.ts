import { afterAll, beforeAll, expect, it } from 'vitest'
import { RATE_LIMITS } from '../platform/http/rate-limits'
import { createTestRuntime, type TestRuntime } from '../testing/test-runtime'
import { limitStatusReads } from './limit-status-reads'

let web: TestRuntime
beforeAll(async () => {
  web = await createTestRuntime({ TRUSTED_PROXIES: '10.0.0.0/8' })
})
afterAll(() => web.drop())

const from = (address: string) => new Headers({ 'x-forwarded-for': address })
/** Counts hits as earlier requests did. */
const countBefore = (key: string, points: number) =>
  web.runtime.pool.query('insert into rate_limits (key, points, expire) values ($1, $2, $3)', [
    key,
    points,
    Date.now() + 60_000,
  ])

it('refuses further reads of one order, from wherever they come, and no others', async () => {
  await countBefore('status:ord_one', RATE_LIMITS.statusPage.max - 1)
  await limitStatusReads(web, 'ord_one', from('192.0.2.1'))
  await expect(limitStatusReads(web, 'ord_one', from('192.0.2.2'))).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    details: { retryAfterSeconds: expect.any(Number) },
  })
  await limitStatusReads(web, 'ord_two', from('192.0.2.1'))
})

it('refuses further reads from one address, whichever orders it reads', async () => {
  await countBefore('status:192.0.2.9', RATE_LIMITS.statusPageAddress.max - 1)
  await limitStatusReads(web, 'ord_three', from('192.0.2.9'))
  await expect(limitStatusReads(web, 'ord_four', from('192.0.2.9'))).rejects.toMatchObject({
    code: 'RATE_LIMITED',
  })
  await limitStatusReads(web, 'ord_four', from('192.0.2.10'))
})
