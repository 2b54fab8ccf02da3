/** All activity proxies of the workflows, with one table of time-outs and retries for each service. */

import {
  type ActivityOptions,
  proxyActivities,
  proxyLocalActivities,
  type RetryPolicy,
} from '@temporalio/workflow'
import type {
  DeciderActivities,
  InventoryActivities,
  NotificationActivities,
  PaymentActivities,
  ProjectionActivities,
  RecoveryActivities,
  ShippingActivities,
} from '../../contract/activities'

/** Three attempts, the second after one second (requirement E2). A step that still fails is parked. */
const THREE_ATTEMPTS: RetryPolicy = { maximumAttempts: 3, initialInterval: '1 second', backoffCoefficient: 2 }
const UNLIMITED_ATTEMPTS: RetryPolicy = { initialInterval: '500 milliseconds', maximumInterval: '15 seconds' }

const ACTIVITY_OPTIONS = {
  inventory: { startToCloseTimeout: '30 seconds', retry: THREE_ATTEMPTS },
  payment: { startToCloseTimeout: '30 seconds', retry: THREE_ATTEMPTS },
  shipping: { startToCloseTimeout: '30 seconds', retry: THREE_ATTEMPTS },
  notification: { startToCloseTimeout: '30 seconds', retry: THREE_ATTEMPTS },
  recovery: { startToCloseTimeout: '10 seconds', retry: UNLIMITED_ATTEMPTS },
  projection: { startToCloseTimeout: '10 seconds', retry: UNLIMITED_ATTEMPTS },
  deciders: { startToCloseTimeout: '10 seconds', retry: UNLIMITED_ATTEMPTS },
} satisfies Record<string, ActivityOptions>

export const inventory = proxyActivities<InventoryActivities>(ACTIVITY_OPTIONS.inventory)
export const payment = proxyActivities<PaymentActivities>(ACTIVITY_OPTIONS.payment)
export const shipping = proxyActivities<ShippingActivities>(ACTIVITY_OPTIONS.shipping)
export const recovery = proxyActivities<RecoveryActivities>(ACTIVITY_OPTIONS.recovery)
export const notification = proxyActivities<NotificationActivities>(ACTIVITY_OPTIONS.notification)
export const deciders = proxyActivities<DeciderActivities>(ACTIVITY_OPTIONS.deciders)
export const projection = proxyActivities<Pick<ProjectionActivities, 'saveCase'>>(ACTIVITY_OPTIONS.projection)

/** One attempt of at most 250 ms: a local activity holds the workflow task, and a decision would wait for it. */
export const fastProjection = proxyLocalActivities<Pick<ProjectionActivities, 'saveCaseFast'>>({
  startToCloseTimeout: '250 milliseconds',
  retry: { maximumAttempts: 1 },
})
