/** Names that cross a process boundary: workflow types, queues, queries, signals, updates. */

export const ORDER_TASK_QUEUE = 'ORDER_TASK_QUEUE'
export const APPROVAL_TASK_QUEUE = 'APPROVAL_TASK_QUEUE'

export const TASK_QUEUES = { order: ORDER_TASK_QUEUE, approval: APPROVAL_TASK_QUEUE } as const
export const WORKFLOWS = { order: 'orderWorkflow', approval: 'approvalWorkflow' } as const
export const QUERIES = { order: 'getOrderState', approval: 'getApprovalState' } as const

/** Signals are for outside systems and for our own sweeps; their handlers never throw. */
export const SIGNALS = {
  cancelOrder: 'cancelOrder',
  updateOrderStatus: 'updateOrderStatus',
  paymentCompleted: 'paymentCompleted',
  checkDeciders: 'checkDeciders',
} as const

/** Updates are for people: accepted or refused at once, the reply carries the new view. */
export const UPDATES = {
  cancelOrder: 'cancelOrder',
  claim: 'claim',
  release: 'release',
  takeOver: 'takeOver',
  assign: 'assign',
  comment: 'comment',
  decide: 'decide',
  retryNow: 'retryNow',
} as const
export type UpdateName = (typeof UPDATES)[keyof typeof UPDATES]

/** Our own namespace, never `default`, whose retention is 24 hours. */
export const DEFAULT_NAMESPACE = 'action-center'
export const RETENTION_DAYS = 7
