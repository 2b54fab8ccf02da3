/** The import: reads rows, places orders and counts totals. */

import type { OrderState } from '../../temporal/contract/states'
import type { ImportApi } from './api'
import { createConcurrencyLimit } from './concurrency-limit'
import { createKeyGenerator } from './idempotency-key'
import { checkColumns, type Mapping } from './mapping'
import type { Rejects } from './rejects'
import { type Row, type RowFormat, readRows } from './rows'
import { toOrder } from './to-order'

export interface Totals {
  /** Orders that this run placed. */
  placed: number
  /** Orders that an earlier run had placed. */
  replayed: number
  rejected: number
  /** Cents of the line totals of all placed and replayed rows. */
  totalCents: number
  /** Unfinished orders that this run still waits for. */
  unfinished: number
  /** Number of settled orders by state. */
  settled: Partial<Record<OrderState, number>>
}

export const NO_TOTALS: Totals = {
  placed: 0,
  replayed: 0,
  rejected: 0,
  totalCents: 0,
  unfinished: 0,
  settled: {},
}

export interface ImportRun {
  file: string
  mapping: Mapping
  api: ImportApi
  rejects: Rejects
  /** Limit of unfinished orders at a time. */
  window: number
  /** Aborted by the user, or by an error that makes it useless to continue. */
  stop: AbortController
}

/** The row format of a mapping. */
export const toRowFormat = ({ format, delimiter }: Mapping): RowFormat => ({ format, delimiter })

/** Starts the import. `totals` may be called at any time; `done` settles when every row was placed or rejected. */
export const startImport = (run: ImportRun): { totals: () => Totals; done: Promise<void> } => {
  const counts = { placed: 0, replayed: 0, rejected: 0, totalCents: 0 }
  const limit = createConcurrencyLimit(run.window, run.api, run.stop.signal)
  const nextKey = createKeyGenerator()
  const sending = new Set<Promise<void>>()

  const reject = (row: Row, reason: string) => {
    counts.rejected += 1
    run.rejects.add(row, reason)
  }

  /** Places one order; its slot is released when the order has settled. */
  const send = async (row: Row, key: string, order: Extract<ReturnType<typeof toOrder>, { ok: true }>) => {
    const placement = await run.api.place(key, order.body)
    if (placement.kind === 'refused') {
      reject(row, placement.reason)
      limit.release()
      return
    }
    counts[placement.kind] += 1
    counts.totalCents += order.totalCents
    limit.track(placement.orderId, placement.state)
  }

  const handle = async (row: Row, columns: readonly string[]) => {
    const key = nextKey(row.fields)
    const order = toOrder(row, columns, run.mapping)
    if (!order.ok) return reject(row, order.reason)
    await limit.acquire()
    const sent: Promise<void> = send(row, key, order)
      .catch((error) => run.stop.abort(error))
      .finally(() => sending.delete(sent))
    sending.add(sent)
  }

  const feed = async () => {
    let columns = run.mapping.header ? null : (run.mapping.columns ?? [])
    for await (const row of readRows(run.file, toRowFormat(run.mapping))) {
      run.stop.signal.throwIfAborted()
      if (columns) await handle(row, columns)
      else {
        columns = run.mapping.columns ?? row.fields
        checkColumns(run.mapping, columns)
      }
    }
  }

  const work = async () => {
    try {
      await feed()
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
