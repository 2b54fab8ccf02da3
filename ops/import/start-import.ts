/** Places the orders of a plan and counts totals. */

import type { ImportedFrom } from '../../temporal/contract/schemas/order-request'
import type { PlacementResponse } from '../../temporal/contract/schemas/order-response'
import type { OrderState } from '../../temporal/contract/states'
import type { ImportApi } from './api'
import { createConcurrencyLimit } from './concurrency-limit'
import type { PlannedOrder, Rejection } from './orders/plan'
import { type Changes, findDifferences, placedBody, placedTotal } from './placed-before'
import type { Rejects } from './rejects'
import type { Task } from './same-rows'

export interface Totals {
  /** Orders that this run placed. */
  placed: number
  /** Orders that were there before. */
  replayed: number
  /** Orders that were rejected, by the mapping or by the product. */
  rejected: number
  /** Rows of the rejected orders. */
  rejectedRows: number
  /** Minor units of the lines of all placed and replayed orders. */
  totalMinor: number
  /** Unfinished orders that this run still waits for. */
  unfinished: number
  /** Number of settled orders by state. */
  settled: Partial<Record<OrderState, number>>
}

export const NO_TOTALS: Totals = {
  placed: 0,
  replayed: 0,
  rejected: 0,
  rejectedRows: 0,
  totalMinor: 0,
  unfinished: 0,
  settled: {},
}

export interface ImportRun {
  tasks: readonly Task[]
  /** Rejected before anything was placed. */
  rejections: readonly Rejection[]
  /** Placed before, though it would be rejected now. */
  alreadyPlaced: readonly PlacementResponse[]
  file: Pick<ImportedFrom, 'file' | 'fileHash'>
  api: ImportApi
  rejects: Rejects
  changes: Changes
  /** Limit of unfinished orders at a time. */
  window: number
  /** Aborted by the user, or by an error that makes it useless to continue. */
  stop: AbortController
}

const nameOf = ({ order }: Task): string =>
  order.number === null ? `line ${order.rows[0]?.line}` : `order ${order.number}`

const toImportedFrom = ({ order }: Task, file: ImportRun['file']): ImportedFrom => ({
  ...file,
  ...(order.number === null ? {} : { orderNumber: order.number }),
  ...(order.purchasedAtInstant === null ? {} : { purchasedAt: order.purchasedAtInstant }),
})

/** Starts the import. `totals` may be called at any time; `done` settles when every order was placed or rejected. */
export const startImport = (run: ImportRun): { totals: () => Totals; done: Promise<void> } => {
  const counts = { placed: 0, replayed: 0, rejected: 0, rejectedRows: 0, totalMinor: 0 }
  const limit = createConcurrencyLimit(run.window, run.api, run.stop.signal)
  const sending = new Set<Promise<void>>()

  const reject = ({ rows, reason }: Pick<Rejection, 'rows' | 'reason'>) => {
    counts.rejected += 1
    counts.rejectedRows += rows.length
    run.rejects.add(rows, reason)
  }

  const count = (kind: 'placed' | 'replayed', { order }: { order: Pick<PlannedOrder, 'totalMinor'> }) => {
    counts[kind] += 1
    counts.totalMinor += order.totalMinor
  }

  /** Places one order; its slot is released when the order has settled. */
  const send = async (task: Task) => {
    const { order, key, before } = task
    const differences = before ? findDifferences(before, order.body) : []
    if (differences.length > 0) run.changes.add(nameOf(task), differences)
    // Another token of the account placed it: under this one the same key would be a second order.
    if (before && !before.isSamePrincipal) {
      count('replayed', task)
      return limit.release()
    }
    // An order that reads differently is sent as it was placed: its workflow starts if the last run died before that.
    const body = before && differences.length > 0 ? placedBody(before) : order.body
    const placement = await run.api.place(key, { ...body, importedFrom: toImportedFrom(task, run.file) })
    if (placement.kind === 'placed' || placement.kind === 'replayed') {
      count(placement.kind, task)
      limit.track(placement.orderId, placement.state)
      return
    }
    // What was placed under earlier rules stays placed: mended, its rows could be a second order.
    if (placement.kind === 'refused' && before && !placement.isServerError) {
      count('replayed', task)
      run.changes.addRefused(nameOf(task), placement.reason)
    } else if (placement.kind === 'refused') reject({ rows: order.rows, reason: placement.reason })
    else {
      count('replayed', task)
      if (differences.length === 0) run.changes.add(nameOf(task), [])
    }
    limit.release()
  }

  const handle = async (task: Task) => {
    run.stop.signal.throwIfAborted()
    if (task.isSkipped) return count('replayed', task)
    await limit.acquire()
    const sent: Promise<void> = send(task)
      .catch((error) => run.stop.abort(error))
      .finally(() => sending.delete(sent))
    sending.add(sent)
  }

  const work = async () => {
    for (const rejection of run.rejections) reject(rejection)
    for (const before of run.alreadyPlaced) count('replayed', { order: { totalMinor: placedTotal(before) } })
    try {
      for (const task of run.tasks) await handle(task)
    } finally {
      // Running requests finish, so that the totals count every placed order.
      await Promise.all(sending)
    }
    await limit.whenIdle()
  }

  const totals = (): Totals => ({
    ...counts,
    unfinished: limit.inFlightCount(),
    settled: Object.fromEntries(limit.settledCounts()),
  })
  return { totals, done: work() }
}
