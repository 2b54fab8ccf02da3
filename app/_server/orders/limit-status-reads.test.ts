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
const readBefore = async (
  count: number,
  toOrder: (n: number) => string,
  toAddress: (n: number) => string,
) => {
  for (let n = 0; n < count; n += 1) await limitStatusReads(web, toOrder(n), from(toAddress(n)))
}

it('refuses further reads of one order, from wherever they come, and no others', async () => {
  await readBefore(
    RATE_LIMITS.statusPage.max - 1,
    () => 'ord_one',
    (n) => `198.51.100.${n % 250}`,
  )
  await limitStatusReads(web, 'ord_one', from('192.0.2.1'))
  await expect(limitStatusReads(web, 'ord_one', from('192.0.2.2'))).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    details: { retryAfterSeconds: expect.any(Number) },
  })
  await limitStatusReads(web, 'ord_two', from('192.0.2.1'))
})

it('refuses further reads from one address, whichever orders it reads', async () => {
  await readBefore(
    RATE_LIMITS.statusPageAddress.max - 1,
    (n) => `ord_of_${n % 50}`,
    () => '192.0.2.9',
  )
  await limitStatusReads(web, 'ord_three', from('192.0.2.9'))
  await expect(limitStatusReads(web, 'ord_four', from('192.0.2.9'))).rejects.toMatchObject({
    code: 'RATE_LIMITED',
  })
  await limitStatusReads(web, 'ord_four', from('192.0.2.10'))
})
