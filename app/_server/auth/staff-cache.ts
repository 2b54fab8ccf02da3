/** Cache of all staff: at most 2 s old while Postgres answers, of any age while it does not. */

import { selectColleagues } from '@/db/queries/people/staff'
import { STAFF_ROLES } from '@/temporal/contract/auth/actor'
import type { Colleague } from '@/temporal/contract/people/people'
import type { BreakerWithTimeout } from '../platform/resilience/breaker-with-timeout'
import { createCache } from '../platform/resilience/cache'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'

const OPTIONS = { freshMs: 2_000, loadTimeoutMs: 2_500, maxEntries: 1 }
const MAX_STAFF = 1_000

export interface StaffCache {
  /**
   * All staff, by name.
   * @throws what `load` throws, unless Postgres is unavailable and an earlier load succeeded
   */
  all(): Promise<readonly Colleague[]>
}

export const createStaffCache = (
  breaker: BreakerWithTimeout,
  load: () => Promise<readonly Colleague[]>,
): StaffCache => {
  const cache = createCache<readonly Colleague[]>(breaker, OPTIONS)
  return { all: () => cache.get('staff', load) }
}

export const getStaffCache = (runtime: Runtime): StaffCache =>
  runtime.shared('staff-cache', () =>
    createStaffCache(databaseBreaker(runtime), () => selectColleagues(runtime.db, STAFF_ROLES, MAX_STAFF)),
  )
