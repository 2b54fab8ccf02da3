/** The staff as one process remembers it: a moment old while Postgres answers, as last known while it is away. */

import { selectColleagues } from '@/db/queries/people/staff'
import { STAFF_ROLES } from '@/temporal/contract/auth/actor'
import type { Colleague } from '@/temporal/contract/people/people'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'

const FRESH_MS = 2_000
const DATABASE_MS = 2_500
const MAX_STAFF = 1_000

export interface StaffCache {
  /**
   * Everybody of the staff, by name.
   * @throws what `load` throws where nobody was known before, or where the database is not what is wrong
   */
  all(): Promise<readonly Colleague[]>
}

export const createStaffCache = (
  load: () => Promise<Colleague[]>,
  clock: () => number = Date.now,
): StaffCache => {
  let known: Colleague[] | null = null
  let askedAtMs = Number.NEGATIVE_INFINITY
  let asked: Promise<readonly Colleague[]> | null = null

  const ask = async (): Promise<readonly Colleague[]> => {
    try {
      known = await load()
      return known
    } catch (error) {
      if (!known || !isDatabaseDown(error)) throw error
      return known
    }
  }

  return {
    all() {
      if (asked && clock() - askedAtMs < FRESH_MS) return asked
      askedAtMs = clock()
      const asking = ask()
      asked = asking
      // A failure is not remembered: the next who asks tries again.
      asking.catch(() => {
        if (asked === asking) asked = null
      })
      return asking
    },
  }
}

/** The process's memory of its staff. */
export const getStaffCache = (runtime: Runtime): StaffCache =>
  runtime.shared('staff', () =>
    createStaffCache(() =>
      databaseBreaker(runtime).execute(
        () => selectColleagues(runtime.db, STAFF_ROLES, MAX_STAFF),
        DATABASE_MS,
      ),
    ),
  )
