/** The policy of an order, from the environment. */

import type { OrderPolicy } from '../../../temporal/contract/orders/order'
import type { Env } from '../platform/env'

/**
 * A parked step is tried again after 2 s, then after twice as long each time, up to 15 min. A try costs about 16
 * events of the 51,200 that a run may have, so an outage of a month is survived.
 */
const PARK_FIRST_MS = 2_000
const PARK_MAX_MS = 15 * 60_000

/** The policy of an order that is placed now. */
export const toOrderPolicy = ({ rules, approval }: Pick<Env, 'rules' | 'approval'>): OrderPolicy => ({
  rules,
  approval,
  parkFirstMs: PARK_FIRST_MS,
  parkMaxMs: PARK_MAX_MS,
})
