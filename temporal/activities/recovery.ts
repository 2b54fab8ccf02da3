/** The activity that a reset run starts with: asks every service what was done for its order. */

import type { RecoveryActivities } from '../contract/activities'
import type { ServiceBridge } from '../contract/services'

export const recoveryActivities = (bridge: ServiceBridge): RecoveryActivities => ({
  readEffects: async ({ orderId, runId }) => {
    const [{ stock }, payment, { shipment }] = await Promise.all([
      bridge.readState('inventory', orderId),
      bridge.readState('payment', orderId),
      bridge.readState('shipping', orderId),
    ])
    return { runId, stock, payment, shipment }
  },
})
