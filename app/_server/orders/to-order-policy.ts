import type { OrderPolicy } from '../../../temporal/contract/orders/order'
import type { Env } from '../platform/env'

/**
 * Back-off of a parked step: 2 s, doubled each time, up to 15 min. A retry adds about 16 events to the history, of
 * which Temporal allows 51,200 in a run, so an order survives an outage of a month.
 */
const PARK_FIRST_MS = 2_000
const PARK_MAX_MS = 15 * 60_000

/** The policy of a new order, from the environment. */
export const toOrderPolicy = ({ rules, approval }: Pick<Env, 'rules' | 'approval'>): OrderPolicy => ({
  rules,
  approval,
  parkFirstMs: PARK_FIRST_MS,
  parkMaxMs: PARK_MAX_MS,
})
