/** Token of the metrics collector: a secret of the environment, so that it works while Postgres is down. */

import { createHash, timingSafeEqual } from 'node:crypto'
import type { Env } from '../platform/env'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** True when the request carries METRICS_TOKEN; false while none is set. */
export const isMetricsToken = ({ metricsToken }: Pick<Env, 'metricsToken'>, headers: Headers): boolean => {
  if (metricsToken === null) return false
  const given = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? ''
  return timingSafeEqual(digest(given), digest(metricsToken))
}
