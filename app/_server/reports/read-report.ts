import type { z } from 'zod'
import {
  selectCurrentCounts,
  selectDecisionTimes,
  selectReportBy,
  selectReportByDay,
} from '@/db/queries/reports/decision-report'
import type { DecisionReport, ReportDays } from '@/temporal/contract/reports/decision-report'
import type { ReadReport } from '@/temporal/contract/schemas/report'
import { requirePermission, type Verb } from '../auth/context'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'

/** Every open report page refetches at every change, and the numbers are the same for all viewers. */
const FRESH_MS = 5_000
const DATABASE_TIMEOUT_MS = 5_000

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

interface Computed {
  at: number
  report: Promise<DecisionReport>
}

/**
 * Counts of open, due and overdue approvals now, and the decisions of the last days; at most 5 s old.
 * @throws AppError FORBIDDEN unless the caller is a supervisor or administrator
 * @throws TimeoutError, which clients receive as DATABASE_UNAVAILABLE
 */
export const readReport: Verb<z.output<typeof ReadReport>, DecisionReport> = async (ctx, { days }) => {
  const { runtime, now } = ctx
  requirePermission(ctx, 'report.read')
  const computed = runtime.shared('reports', () => new Map<ReportDays, Computed>())
  const cached = computed.get(days)
  if (cached && now.getTime() - cached.at < FRESH_MS) return cached.report
  const report = databaseBreaker(runtime).execute(() => compute(runtime, days, now), DATABASE_TIMEOUT_MS)
  computed.set(days, { at: now.getTime(), report })
  report.catch(() => computed.delete(days))
  return report
}
