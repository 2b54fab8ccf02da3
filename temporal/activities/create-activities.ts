/** All activities over their dependencies: what a worker registers. */

import type { Database } from '../../db/client'
import type { IsCurrentRun } from '../../db/projection/write-case'
import type { Activities } from '../contract/activities'
import type { ServiceBridge } from '../contract/services'
import type { Log } from '../services/log'
import { inventoryActivities } from './inventory'
import { notificationActivities } from './notification'
import { paymentActivities } from './payment'
import { type ProjectionMeter, projectionActivities } from './projection'
import { shippingActivities } from './shipping'

export interface ActivityDeps {
  db: Database
  /** A pool of its own whose statements end in less than 250 ms. */
  fastDb: Database
  bridge: ServiceBridge
  isCurrentRun: IsCurrentRun
  log: Log
  /** Absent where nothing is measured. */
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
  ...notificationActivities(db),
  ...projectionActivities({ db, fastDb, isCurrentRun, log, meter }),
})
