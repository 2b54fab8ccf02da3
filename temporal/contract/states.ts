/** The two state machines. Enums, badges, filters, buttons and tests derive from these tables. */

import type { CaseKind } from './cases/case-ids'

export const ORDER_STATES = [
  'PENDING',
  'VALIDATING',
  'RESERVING_STOCK',
  'AWAITING_CUSTOMER',
  'AWAITING_APPROVAL',
  'PROCESSING_PAYMENT',
  'CONFIRMED',
  'SHIPPED',
  'DELIVERED',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
] as const
export type OrderState = (typeof ORDER_STATES)[number]

export const APPROVAL_STATES = [
  'OPEN',
  'CLAIMED',
  'WAITING_FOR_INFO',
  'APPROVED',
  'REJECTED',
  'EXPIRED',
  'WITHDRAWN',
] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]

export type CaseState = OrderState | ApprovalState

/** Next states of an order. An empty row is a terminal state. */
export const ORDER_TRANSITIONS = {
  PENDING: ['VALIDATING', 'CANCELLED', 'FAILED'],
  VALIDATING: ['RESERVING_STOCK', 'CANCELLED', 'FAILED'],
  RESERVING_STOCK: ['AWAITING_CUSTOMER', 'AWAITING_APPROVAL', 'PROCESSING_PAYMENT', 'CANCELLED', 'FAILED'],
  AWAITING_CUSTOMER: ['AWAITING_APPROVAL', 'PROCESSING_PAYMENT', 'CANCELLED', 'FAILED'],
  AWAITING_APPROVAL: ['PROCESSING_PAYMENT', 'CANCELLED', 'FAILED'],
  PROCESSING_PAYMENT: ['CONFIRMED', 'CANCELLED', 'FAILED'],
  CONFIRMED: ['SHIPPED', 'CANCELLED', 'FAILED'],
  SHIPPED: ['DELIVERED', 'FAILED'],
  DELIVERED: ['COMPLETED', 'FAILED'],
  COMPLETED: [],
  FAILED: [],
  CANCELLED: [],
} as const satisfies Record<OrderState, readonly OrderState[]>

/** Next states of an approval. An empty row is a terminal state. */
export const APPROVAL_TRANSITIONS = {
  OPEN: ['CLAIMED', 'WAITING_FOR_INFO', 'APPROVED', 'REJECTED', 'EXPIRED', 'WITHDRAWN'],
  CLAIMED: ['OPEN', 'WAITING_FOR_INFO', 'APPROVED', 'REJECTED', 'EXPIRED', 'WITHDRAWN'],
  WAITING_FOR_INFO: ['OPEN', 'CLAIMED', 'APPROVED', 'REJECTED', 'EXPIRED', 'WITHDRAWN'],
  APPROVED: [],
  REJECTED: [],
  EXPIRED: [],
  WITHDRAWN: [],
} as const satisfies Record<ApprovalState, readonly ApprovalState[]>

type Terminal<Table> = { [S in keyof Table]: Table[S] extends readonly [] ? S : never }[keyof Table]
/** States in which an approval ends. */
export type TerminalApprovalState = Terminal<typeof APPROVAL_TRANSITIONS>

/** A table of its own, so that pages need not load the transitions; its type requires exactly their empty rows. */
const IS_TERMINAL = {
  COMPLETED: true,
  FAILED: true,
  CANCELLED: true,
  APPROVED: true,
  REJECTED: true,
  EXPIRED: true,
  WITHDRAWN: true,
} as const satisfies Record<TerminalApprovalState | Terminal<typeof ORDER_TRANSITIONS>, true>

export const CASE_STATES: readonly CaseState[] = [...ORDER_STATES, ...APPROVAL_STATES]

export const STATES_BY_KIND = {
  order: ORDER_STATES,
  approval: APPROVAL_STATES,
} as const satisfies Record<CaseKind, readonly CaseState[]>

/** The state of a case whose workflow has just started. */
export const INITIAL_STATES = { order: 'PENDING', approval: 'OPEN' } as const satisfies Record<
  CaseKind,
  CaseState
>

/** True when `value` is a state of either machine. */
export const isCaseState = (value: unknown): value is CaseState => CASE_STATES.includes(value as CaseState)

/** True for a state without next states. */
export const isTerminal = (state: CaseState): boolean => Object.hasOwn(IS_TERMINAL, state)

/** True when an order needs no more work of the system: it has ended or waits for a person. */
export const isSettled = (state: OrderState): boolean =>
  isTerminal(state) || state === 'AWAITING_APPROVAL' || state === 'AWAITING_CUSTOMER'

/** What an open case waits for. */
export const WAITING_FOR = ['approver', 'customer', 'payment', 'carrier', 'system', 'attention'] as const
export type WaitingFor = (typeof WAITING_FOR)[number]

/** What a case waits for by its state alone, where the state says it. */
export const WAITING_FOR_BY_STATE: Partial<Record<CaseState, WaitingFor>> = {
  OPEN: 'approver',
  CLAIMED: 'approver',
  WAITING_FOR_INFO: 'customer',
  AWAITING_APPROVAL: 'approver',
  AWAITING_CUSTOMER: 'customer',
  PROCESSING_PAYMENT: 'payment',
  SHIPPED: 'carrier',
}

/** States of an open approval with and without an assignee. */
export const ASSIGNMENT_STATES = { assigned: 'CLAIMED', unassigned: 'OPEN' } as const satisfies Record<
  string,
  ApprovalState
>

/** End states of orders that the customer did not get. */
export const UNSUCCESSFUL_ORDER_STATES = ['FAILED', 'CANCELLED'] as const satisfies readonly OrderState[]

export const isWithdrawn = (state: ApprovalState): boolean => state === 'WITHDRAWN'
export const isAwaitingApproval = (state: OrderState): boolean => state === 'AWAITING_APPROVAL'

/** True when the tables allow `from → to`. */
export const canMove = (from: CaseState, to: CaseState): boolean => {
  const next: Record<CaseState, readonly CaseState[]> = { ...ORDER_TRANSITIONS, ...APPROVAL_TRANSITIONS }
  return next[from].includes(to)
}

export const OPEN_STATES: readonly CaseState[] = /* @__PURE__ */ CASE_STATES.filter(
  (state) => !isTerminal(state),
)
export const TERMINAL_STATES: readonly CaseState[] = /* @__PURE__ */ CASE_STATES.filter(isTerminal)
