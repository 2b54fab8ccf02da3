/** Activities of the shipping service. */

import type { ShippingActivities } from '../contract/activities'
import type { ServiceBridge } from '../contract/services'
import { failOnBusinessError } from './business-failure'

export const shippingActivities = (bridge: ServiceBridge): ShippingActivities => ({
  createShipment: (input) =>
    failOnBusinessError(bridge.invoke('shipping', 'createShipment', input, `ship:${input.orderId}`)),
})
