import type { Context } from '../auth/context'
import { clientAddress } from '../platform/http/client-address'
import { getRateLimiter } from '../platform/http/rate-limiter'
import { RATE_LIMITS } from '../platform/http/rate-limits'

/**
 * Counts a read of a status page, or a stream opened on it, by order and by network address. Both are far above what
 * customers do: they stop programs.
 * @param headers of the request
 * @throws AppError RATE_LIMITED
 */
export const limitStatusReads = async (
  { runtime }: Pick<Context, 'runtime'>,
  orderId: string,
  headers: Headers,
): Promise<void> => {
  const limiter = getRateLimiter(runtime)
  const address = clientAddress(headers, runtime.env.trustedProxies)
  await Promise.all([
    limiter.hit(`status:${orderId}`, RATE_LIMITS.statusPage),
    address !== null && limiter.hit(`status:${address}`, RATE_LIMITS.statusPageAddress),
  ])
}
