import type { z } from 'zod'
import {
  selectCurrentCounts,
  selectDecisionTimes,
  selectReportBy,
  selectReportByDay,
} from '@/db/queries/reports/decision-report'
import type { DecisionReport, ReportDays } from '@/temporal/contract/reports/decision-report'
import type { ReadReport } from '@/temporal/contract/schemas/report'
import { type Context, requirePermission } from '../auth/context'
import { type Cache, createCache } from '../platform/resilience/cache'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'

/** Every open report page reads again at every change; the figures are the same for all who may read them. */
const CACHE_OPTIONS = { freshMs: 5_000, staleMs: 0, loadTimeoutMs: 5_000, maxEntries: 10 }

const compute = async ({ db }: Runtime, days: ReportDays, now: Date): Promise<DecisionReport> => {
  const [ofNow, times, byDay, byPerson, byGroup] = await Promise.all([
    selectCurrentCounts(db, now),
    selectDecisionTimes(db, days, now),
    selectReportByDay(db, days, now),
    selectReportBy(db, 'person', days, now),
    selectReportBy(db, 'group', days, now),
  ])
  return { days, now: ofNow, ...times, byDay, byPerson, byGroup, asOf: now.toISOString() }
}

const getCache = (runtime: Runtime): Cache<DecisionReport> =>
  runtime.shared('report-cache', () => createCache<DecisionReport>(databaseBreaker(runtime), CACHE_OPTIONS))

/**
 * What is open, due and overdue now, and how the last days' decisions went; at most 5 s old.
 * @throws AppError FORBIDDEN for those who lead nobody
 * @throws TimeoutError, which callers see as DATABASE_UNAVAILABLE
 */
export const readReport = async (
  ctx: Context,
  { days }: z.output<typeof ReadReport>,
): Promise<DecisionReport> => {
  const { runtime, now } = ctx
  requirePermission(ctx, 'report.read')
  return getCache(runtime).get(String(days), () => compute(runtime, days, now))
}
