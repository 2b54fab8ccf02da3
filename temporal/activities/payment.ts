/** Activities of the payment service. */

import type { Database } from '../../db/client'
import { selectIntake } from '../../db/queries/orders/orders'
import type { PaymentActivities } from '../contract/activities'
import type { ServiceBridge } from '../contract/services'
import { businessFailure, failOnBusinessError } from './business-failure'

const toChargeKey = (orderId: string): string => `charge:${orderId}`

export const paymentActivities = (db: Database, bridge: ServiceBridge): PaymentActivities => ({
  processPayment: async (input) => {
    // Orders that were placed before nothing was charged for nothing still ask; they go on without a payment.
    if (input.amountCents === 0) return { status: 'charged', paymentId: '' }
    const intake = await selectIntake(db, input.orderId)
    if (!intake) throw businessFailure('INTAKE_MISSING', 'Nothing is known of how to charge this order')
    const payload = { ...input, paymentToken: intake.paymentToken }
    return failOnBusinessError(
      bridge.invoke('payment', 'processPayment', payload, toChargeKey(input.orderId)),
    )
  },
  refundPayment: ({ orderId }) => {
    const payload = { orderId, chargeKey: toChargeKey(orderId) }
    return failOnBusinessError(bridge.invoke('payment', 'refundPayment', payload, `refund:${orderId}`))
  },
})
