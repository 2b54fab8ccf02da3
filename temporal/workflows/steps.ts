/** The one place where activities become callable: a timeout and a retry table for each service. */

import {
  type ActivityOptions,
  proxyActivities,
  proxyLocalActivities,
  type RetryPolicy,
} from '@temporalio/workflow'
import type {
  InventoryActivities,
  NotificationActivities,
  PaymentActivities,
  ProjectionActivities,
  ShippingActivities,
} from '../contract/activities'

/** Three attempts, one second before the second: requirement E2. What is still failing then is parked. */
const THREE_TRIES: RetryPolicy = { maximumAttempts: 3, initialInterval: '1 second', backoffCoefficient: 2 }
const WITHOUT_LIMIT: RetryPolicy = { initialInterval: '500 milliseconds', maximumInterval: '15 seconds' }

const OPTIONS = {
  inventory: { startToCloseTimeout: '30 seconds', retry: THREE_TRIES },
  payment: { startToCloseTimeout: '30 seconds', retry: THREE_TRIES },
  shipping: { startToCloseTimeout: '30 seconds', retry: THREE_TRIES },
  notification: { startToCloseTimeout: '30 seconds', retry: THREE_TRIES },
  projection: { startToCloseTimeout: '10 seconds', retry: WITHOUT_LIMIT },
} satisfies Record<string, ActivityOptions>

export const inventory = proxyActivities<InventoryActivities>(OPTIONS.inventory)
export const payment = proxyActivities<PaymentActivities>(OPTIONS.payment)
export const shipping = proxyActivities<ShippingActivities>(OPTIONS.shipping)
export const notification = proxyActivities<NotificationActivities>(OPTIONS.notification)
export const projection = proxyActivities<Pick<ProjectionActivities, 'saveCase'>>(OPTIONS.projection)

/** One try within 250 ms: a local activity holds the workflow task, and a decision waits behind it. */
export const fastProjection = proxyLocalActivities<Pick<ProjectionActivities, 'saveCaseFast'>>({
  startToCloseTimeout: '250 milliseconds',
  retry: { maximumAttempts: 1 },
})
