import type { z } from 'zod'
import { reportBy, reportByDay, reportOfNow, reportOfTimes } from '@/db/queries/reports'
import type { DecisionReport, ReportDays } from '@/temporal/contract/report'
import type { ReadReport } from '@/temporal/contract/schemas/report'
import { type Context, demand } from '../http/context'
import { databaseRest } from '../resting'
import type { Runtime } from '../runtime'

/** Every open report asks again at every change; the numbers are the same for all who may read them. */
const FRESH_MS = 5_000
const DATABASE_MS = 5_000

const compute = async ({ db }: Runtime, days: ReportDays, now: Date): Promise<DecisionReport> => {
  const [ofNow, times, byDay, byPerson, byGroup] = await Promise.all([
    reportOfNow(db, now),
    reportOfTimes(db, days, now),
    reportByDay(db, days, now),
    reportBy(db, 'person', days, now),
    reportBy(db, 'group', days, now),
  ])
  return { days, now: ofNow, ...times, byDay, byPerson, byGroup, asOf: now.toISOString() }
}

interface Computed {
  at: number
  report: Promise<DecisionReport>
}

/**
 * What is open, due and overdue now, and how the last days' decisions went; at most 5 s old.
 * @throws Refusal FORBIDDEN for those who lead nobody
 * @throws DeadlineError, which callers see as DATABASE_UNAVAILABLE
 */
export const readReport = async (
  ctx: Context,
  { days }: z.output<typeof ReadReport>,
): Promise<DecisionReport> => {
  const { runtime, now } = ctx
  demand(ctx, 'report.read')
  const computed = runtime.shared('reports', () => new Map<ReportDays, Computed>())
  const known = computed.get(days)
  if (known && now.getTime() - known.at < FRESH_MS) return known.report
  const report = databaseRest(runtime).ask(() => compute(runtime, days, now), DATABASE_MS)
  computed.set(days, { at: now.getTime(), report })
  report.catch(() => computed.delete(days))
  return report
}
