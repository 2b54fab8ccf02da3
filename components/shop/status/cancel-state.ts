import type { ShopProblem } from '../problem'

/**
 * Result of a cancellation. `pending`: the outcome is unknown, because the response did not arrive in time.
 */
export type CancelState =
  | { kind: 'idle' }
  | { kind: 'done' }
  | { kind: 'pending' }
  | { kind: 'refused'; problem: ShopProblem }
