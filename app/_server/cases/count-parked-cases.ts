import { type NoInput, requirePermission, type Verb } from '@/app/_server/auth/context'
import { countParkedCases as countParked } from '@/db/queries/cases/parked-cases'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'

const DATABASE_TIMEOUT_MS = 2_500

/** Number of cases with a step that waits for its next attempt, for those who may retry them all. */
export const countParkedCases: Verb<NoInput, number> = async (ctx) => {
  requirePermission(ctx, 'case.retryAll')
  return databaseBreaker(ctx.runtime).execute(() => countParked(ctx.runtime.db), DATABASE_TIMEOUT_MS)
}
