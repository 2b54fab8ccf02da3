/** Every call of the public API. */

import { caseEndpoints } from './case-endpoints'
import type { Endpoint } from './endpoint'
import { orderEndpoints } from './order-endpoints'
import { taskEndpoints } from './task-endpoints'

export const ENDPOINTS: readonly Endpoint[] = [orderEndpoints, caseEndpoints, taskEndpoints].flatMap(
  (calls) => Object.values<Endpoint>(calls as never),
)
