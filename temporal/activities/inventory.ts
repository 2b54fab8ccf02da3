/** Activities of the inventory service, and the validation of an order. */

import type { Database } from '../../db/client'
import type { InventoryActivities } from '../contract/activities'
import type { ServiceBridge } from '../contract/services'
import { failOnBusinessError } from './business-failure'
import { validateOrder } from './validate-order'

export const inventoryActivities = (db: Database, bridge: ServiceBridge): InventoryActivities => ({
  validateOrder: (input) => validateOrder(db, input),
  reserveInventory: async (input) => {
    await failOnBusinessError(
      bridge.invoke('inventory', 'reserveInventory', input, `reserve:${input.orderId}`),
    )
  },
  releaseStock: async ({ orderId }) => {
    await failOnBusinessError(bridge.invoke('inventory', 'releaseStock', { orderId }, `release:${orderId}`))
  },
})
