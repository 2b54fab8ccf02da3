import type { z } from 'zod'
import {
  selectCurrentCounts,
  selectDecisionTimes,
  selectReportBy,
  selectReportByDay,
  toReportDays,
} from '@/db/queries/reports/decision-report'
import type { DecisionReport, ReportDays } from '@/temporal/contract/reports/decision-report'
import type { ReadReport } from '@/temporal/contract/schemas/report-request'
import { requirePermission, type Verb } from '../auth/context'
import { getTimeZone } from '../auth/time-zone'
import { type Cache, createCache } from '../platform/resilience/cache'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'

/** Every open report page refetches at every change, and the figures are the same for all viewers of a time zone. */
const CACHE_OPTIONS = { freshMs: 5_000, staleMs: 0, loadTimeoutMs: 5_000, maxEntries: 100 }

interface ReportRange {
  days: ReportDays
  /** IANA name. */
  zone: string
}

const compute = async ({ db }: Runtime, { days, zone }: ReportRange, now: Date): Promise<DecisionReport> => {
  const range = toReportDays(days, zone, now)
  const [current, times, byDay, byPerson, byGroup] = await Promise.all([
    selectCurrentCounts(db, range, now),
    selectDecisionTimes(db, range),
    selectReportByDay(db, range),
    selectReportBy(db, 'person', range, now),
    selectReportBy(db, 'group', range, now),
  ])
  return { days, zone, now: current, ...times, byDay, byPerson, byGroup, asOf: now.toISOString() }
}

const getCache = (runtime: Runtime): Cache<DecisionReport> =>
  runtime.shared('report-cache', () => createCache<DecisionReport>(databaseBreaker(runtime), CACHE_OPTIONS))

/**
 * Counts of open, due and overdue approvals now, and the decisions of the last days; at most 5 s old.
 * @throws AppError FORBIDDEN unless the caller is a supervisor or administrator
 * @throws TimeoutError, which clients receive as DATABASE_UNAVAILABLE
 */
export const readReport: Verb<z.output<typeof ReadReport>, DecisionReport> = async (ctx, input) => {
  const { runtime, now } = ctx
  requirePermission(ctx, 'report.read')
  const range = { days: input.days, zone: getTimeZone(ctx, input.zone) }
  return getCache(runtime).get(`${range.days} ${range.zone}`, () => compute(runtime, range, now))
}
