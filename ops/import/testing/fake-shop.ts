/** A shop that places orders in memory, for tests. */

import type { PlacementResponse } from '../../../temporal/contract/schemas/order-response'
import type { ImportApi, Placement } from '../api'
import { keyOutsideFile } from '../idempotency-key'
import type { OrderBody } from '../orders/plan'

export interface FakeShop {
  /** What was placed, by key. */
  placed: Map<string, PlacementResponse>
  api: ImportApi
}

/** @param refuse answers instead of a placement, or throws it */
export const createFakeShop = (
  refuse: (body: OrderBody) => Placement | Error | null = () => null,
): FakeShop => {
  const placed = new Map<string, PlacementResponse>()
  const store = (key: string, body: Parameters<ImportApi['place']>[1]): void => {
    const { importedFrom = null, purchasedAt = null, shippingAddress, ...order } = body
    const address = { city: '', postalCode: '', ...shippingAddress }
    const stored = { ...order, importedFrom, purchasedAt, shippingAddress: address }
    placed.set(key, {
      ...stored,
      idempotencyKey: key,
      orderId: key,
      isSamePrincipal: true,
      placedAt: '2026-04-01T10:00:00.000Z',
    })
  }
  const api: ImportApi = {
    async place(key, body) {
      const refusal = refuse(body)
      if (refusal instanceof Error) throw refusal
      if (refusal) return refusal
      const kind = placed.has(key) ? 'replayed' : 'placed'
      if (kind === 'placed') store(key, body)
      return { kind, orderId: key, state: 'PENDING' }
    },
    placements: async (keys) =>
      [...placed.values()].filter((placement) =>
        [placement.idempotencyKey, keyOutsideFile(placement)].some(
          (key) => key !== null && keys.includes(key),
        ),
      ),
    states: async (ids) => ids.map((orderId) => ({ orderId, state: 'COMPLETED' })),
  }
  return { placed, api }
}
