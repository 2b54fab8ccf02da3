/** What each service holds of an order: read, never stored, because it changes between two reads. */

import { eq } from 'drizzle-orm'
import type { Database } from '../../db/client'
import { toIso } from '../../db/queries/to-iso'
import { payments, reservations, shipments } from '../../db/schema/services'
import type { StateReaders } from '../contract/services'

export const createStateReaders = (db: Database): StateReaders => ({
  inventory: async (orderId) => {
    const [row] = await db.select().from(reservations).where(eq(reservations.orderId, orderId))
    return { stock: row?.status ?? 'none' }
  },
  payment: async (orderId) => {
    const [row] = await db.select().from(payments).where(eq(payments.orderId, orderId))
    return { status: row?.status ?? 'none', amountCents: row?.amountCents ?? 0 }
  },
  shipping: async (orderId) => {
    const [row] = await db.select().from(shipments).where(eq(shipments.orderId, orderId))
    return { shipment: row ? { shipmentId: row.shipmentId, scheduledAt: toIso(row.createdAt) } : null }
  },
})
