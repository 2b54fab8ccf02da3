/** Activities of the shipping service. */

import type { ShippingActivities } from '../contract/activities'
import type { ServiceBridge } from '../contract/services'
import { asking } from './refusals'

export const shippingActivities = (bridge: ServiceBridge): ShippingActivities => ({
  createShipment: (input) =>
    asking(bridge.invoke('shipping', 'createShipment', input, `ship:${input.orderId}`)),
})
