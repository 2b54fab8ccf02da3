import type { ShopProblem } from '../problem'

/** What came of a wish to cancel. `pending`: it may have been taken, the answer did not arrive in time. */
export type CancelState =
  | { kind: 'idle' }
  | { kind: 'done' }
  | { kind: 'pending' }
  | { kind: 'refused'; problem: ShopProblem }
