/** The shipping service: hands an order to the carrier once, and simulates the carrier where none is connected. */

import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { toIso } from '../../db/queries/to-iso'
import { serviceEvents, shipments } from '../../db/schema/services'
import type { ShipInput, ShipResult } from '../contract/activities'
import { type CommandHandler, type ServiceSettings, toRefused } from './command-result'
import { emitEvent, toEventId } from './emit-event'

const newShipmentId = (): string => `shp_${randomBytes(10).toString('hex')}`

const simulateCarrier = async (
  tx: Transaction,
  orderId: string,
  shipmentId: string,
  carrier: ServiceSettings['carrier'],
): Promise<void> => {
  if (!carrier) return
  const { shippedAfterMs, deliveredAfterMs } = carrier
  const payload = { shipmentId }
  await emitEvent(tx, { event: 'shipped', orderId, payload, dueInMs: shippedAfterMs })
  await emitEvent(tx, { event: 'delivered', orderId, payload, dueInMs: shippedAfterMs + deliveredAfterMs })
}

/** The expected delivery; only the simulated carrier gives one. */
const selectExpectedDelivery = async (
  tx: Transaction,
  orderId: string,
): Promise<Pick<ShipResult, 'expectedAt'>> => {
  const [delivery] = await tx
    .select({ dueAt: serviceEvents.dueAt })
    .from(serviceEvents)
    .where(eq(serviceEvents.eventId, toEventId(orderId, 'delivered')))
  return delivery?.dueAt ? { expectedAt: toIso(delivery.dueAt) } : {}
}

export const createShipment: CommandHandler<ShipInput, ShipResult> = async (
  tx,
  { orderId, lines },
  { settings },
) => {
  if (lines.length === 0) return toRefused('SHIPMENT_REFUSED', 'There is nothing to ship')
  const [created] = await tx
    .insert(shipments)
    .values({ orderId, shipmentId: newShipmentId() })
    .onConflictDoNothing()
    .returning({ shipmentId: shipments.shipmentId })
  if (!created) {
    const [existing] = await tx
      .select({ shipmentId: shipments.shipmentId })
      .from(shipments)
      .where(eq(shipments.orderId, orderId))
    return { ok: { ...(existing as ShipResult), ...(await selectExpectedDelivery(tx, orderId)) } }
  }
  const { shipmentId } = created
  await emitEvent(tx, { event: 'shipmentCreated', orderId, payload: { shipmentId, lines }, dueInMs: null })
  await simulateCarrier(tx, orderId, shipmentId, settings.carrier)
  return { ok: { shipmentId, ...(await selectExpectedDelivery(tx, orderId)) } }
}
