/** Every call of the public API. */

import type { Call } from './call'
import { caseCalls } from './case-calls'
import { orderCalls } from './order-calls'
import { taskCalls } from './task-calls'

export const CALLS: readonly Call[] = [orderCalls, caseCalls, taskCalls].flatMap((calls) =>
  Object.values<Call>(calls as never),
)
