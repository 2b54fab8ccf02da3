/** SQL of the tests. The tables of the services and of the projection are only read. */

import pg from 'pg'
import type { WorkflowView } from '../../temporal/contract/cases/case'
import { readStack } from './stack'

/** Runs one query on its own connection, so that no test leaves one open. */
export const selectRows = async <T extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<T[]> => {
  const client = new pg.Client({ connectionString: readStack().databaseUrl })
  await client.connect()
  try {
    return (await client.query<T>(text, values)).rows
  } finally {
    await client.end()
  }
}

export interface OrderEffects {
  orderId: string
  stock: 'reserved' | 'released' | null
  /** Cents charged for this order, without refunds. */
  heldCents: number
  /** Number of payments that were charged, refunded or not. */
  charges: number
  shipments: number
}

/** Stock, money and shipments of the given orders in the tables of the services. */
export const listOrderEffects = async (orderIds: readonly string[]): Promise<OrderEffects[]> =>
  selectRows<OrderEffects & pg.QueryResultRow>(
    `select o.id as "orderId", r.status as stock,
       coalesce((select sum(p.amount_cents) from payments p where p.order_id = o.id and p.status = 'charged'), 0)::int as "heldCents",
       (select count(*) from payments p where p.order_id = o.id and p.status in ('charged', 'refunded'))::int as charges,
       (select count(*) from shipments s where s.order_id = o.id)::int as shipments
     from unnest($1::text[]) as o(id) left join reservations r on r.order_id = o.id`,
    [orderIds],
  )

/** Stock, money and shipments of one order. */
export const readOrderEffects = async (orderId: string): Promise<OrderEffects> => {
  const [books] = await listOrderEffects([orderId])
  if (!books) throw new Error(`no books of ${orderId}`)
  return books
}

/** Available stock of a product. */
export const readAvailableStock = async (sku: string): Promise<number> => {
  const [row] = await selectRows<{ available: number }>('select available from products where sku = $1', [
    sku,
  ])
  if (!row) throw new Error(`no product ${sku}`)
  return row.available
}

export interface ProjectedCase {
  caseId: string
  state: string
  version: number
  isOpen: boolean
  runId: string
  snapshot: WorkflowView
  events: number
}

/** Rows of the projection. */
export const readProjection = (caseIds: readonly string[]): Promise<ProjectedCase[]> =>
  selectRows<ProjectedCase & pg.QueryResultRow>(
    `select c.case_id as "caseId", c.state, c.version, c.is_open as "isOpen", c.run_id as "runId", c.snapshot,
       (select count(*) from case_events e where e.case_id = c.case_id)::int as events
     from cases c where c.case_id = any($1)`,
    [caseIds],
  )
