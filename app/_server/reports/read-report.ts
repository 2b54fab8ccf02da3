import type { z } from 'zod'
import {
  selectCurrentCounts,
  selectDecisionTimes,
  selectReportBy,
  selectReportByDay,
} from '@/db/queries/reports/decision-report'
import type { DecisionReport, ReportDays } from '@/temporal/contract/reports/decision-report'
import type { ReadReport } from '@/temporal/contract/schemas/report-request'
import { requirePermission, type Verb } from '../auth/context'
import { type Cache, createCache } from '../platform/resilience/cache'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'

/** Every open report page refetches at every change, and the figures are the same for all viewers. */
const CACHE_OPTIONS = { freshMs: 5_000, staleMs: 0, loadTimeoutMs: 5_000, maxEntries: 10 }

const compute = async ({ db }: Runtime, days: ReportDays, now: Date): Promise<DecisionReport> => {
  const [current, times, byDay, byPerson, byGroup] = await Promise.all([
    selectCurrentCounts(db, now),
    selectDecisionTimes(db, days, now),
    selectReportByDay(db, days, now),
    selectReportBy(db, 'person', days, now),
    selectReportBy(db, 'group', days, now),
  ])
  return { days, now: current, ...times, byDay, byPerson, byGroup, asOf: now.toISOString() }
}

const getCache = (runtime: Runtime): Cache<DecisionReport> =>
  runtime.shared('report-cache', () => createCache<DecisionReport>(databaseBreaker(runtime), CACHE_OPTIONS))

/**
 * Counts of open, due and overdue approvals now, and the decisions of the last days; at most 5 s old.
 * @throws AppError FORBIDDEN unless the caller is a supervisor or administrator
 * @throws TimeoutError, which clients receive as DATABASE_UNAVAILABLE
 */
export const readReport: Verb<z.output<typeof ReadReport>, DecisionReport> = async (ctx, { days }) => {
  const { runtime, now } = ctx
  requirePermission(ctx, 'report.read')
  return getCache(runtime).get(String(days), () => compute(runtime, days, now))
}
