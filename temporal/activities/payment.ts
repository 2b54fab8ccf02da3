/** Activities of the payment service. */

import type { Database } from '../../db/client'
import { findIntake } from '../../db/queries/orders'
import type { PaymentActivities } from '../contract/activities'
import type { ServiceBridge } from '../contract/services'
import { asking, refusal } from './refusals'

const chargeKeyOf = (orderId: string): string => `charge:${orderId}`

export const paymentActivities = (db: Database, bridge: ServiceBridge): PaymentActivities => ({
  processPayment: async (input) => {
    const intake = await findIntake(db, input.orderId)
    if (!intake) throw refusal('INTAKE_MISSING', 'Nothing is known of how to charge this order')
    const payload = { ...input, paymentToken: intake.paymentToken }
    return asking(bridge.invoke('payment', 'processPayment', payload, chargeKeyOf(input.orderId)))
  },
  refundPayment: ({ orderId }) => {
    const payload = { orderId, chargeKey: chargeKeyOf(orderId) }
    return asking(bridge.invoke('payment', 'refundPayment', payload, `refund:${orderId}`))
  },
})
