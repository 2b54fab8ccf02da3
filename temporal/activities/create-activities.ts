/** Creates all activities that a worker registers, from their dependencies. */

import type { Database } from '../../db/client'
import type { IsCurrentRun } from '../../db/projection/write-case'
import type { Activities } from '../contract/activities'
import type { ServiceBridge } from '../contract/services'
import type { Log } from '../services/log'
import { deciderActivities } from './deciders'
import { inventoryActivities } from './inventory'
import { notificationActivities } from './notification'
import { paymentActivities } from './payment'
import { type ProjectionMeter, projectionActivities } from './projection'
import { recoveryActivities } from './recovery'
import { shippingActivities } from './shipping'

export interface ActivityDeps {
  db: Database
  /** A separate pool with a statement time-out below the 250 ms of the local activity. */
  fastDb: Database
  bridge: ServiceBridge
  isCurrentRun: IsCurrentRun
  log: Log
  /** Absent where no metrics are collected. */
  meter?: ProjectionMeter
}

export const createActivities = ({
  db,
  fastDb,
  bridge,
  isCurrentRun,
  log,
  meter,
}: ActivityDeps): Activities => ({
  ...inventoryActivities(db, bridge),
  ...paymentActivities(db, bridge),
  ...shippingActivities(bridge),
  ...recoveryActivities(bridge),
  ...notificationActivities(db),
  ...deciderActivities(db),
  ...projectionActivities({ db, fastDb, isCurrentRun, log, meter }),
})
