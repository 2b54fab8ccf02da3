/** The report on decisions, from the projection, over at most 90 days. */

import { type SQL, sql } from 'drizzle-orm'
import type { StreamCode } from '../../../temporal/contract/cases/activity-stream'
import { addDays, dayIn, startOfDay } from '../../../temporal/contract/days'
import type {
  DecisionReport,
  Percentiles,
  ReportDay,
  ReportRow,
} from '../../../temporal/contract/reports/decision-report'
import type { Executor } from '../../client'
import { groups, user } from '../../schema/auth'
import { caseEvents, cases } from '../../schema/cases'

const CLAIM_CODES: readonly StreamCode[] = ['claimed', 'takenOver', 'assigned']

/** The days of a report: days as `2026-01-31`, instants in ISO 8601. */
export interface ReportDays {
  firstDay: string
  today: string
  /** When each day begins, the first one first: Postgres may know other zones, and other changes of clocks. */
  starts: readonly string[]
  /** When the first day begins. */
  from: string
  /** When today begins. */
  todayAt: string
  tomorrowAt: string
}

/** The last `days` days of `zone`, including today. */
export const toReportDays = (days: number, zone: string, now: Date): ReportDays => {
  const today = dayIn(zone, now)
  const firstDay = addDays(today, 1 - days)
  const starts = Array.from({ length: days }, (_, n) => startOfDay(zone, addDays(firstDay, n)))
  const todayAt = startOfDay(zone, today)
  return {
    ...{ firstDay, today, starts, todayAt },
    from: starts[0] ?? todayAt,
    tomorrowAt: startOfDay(zone, addDays(today, 1)),
  }
}

const executeRows = async <R>(db: Executor, query: SQL): Promise<R[]> => (await db.execute(query)).rows as R[]

/** When an approval ended. A later write to a closed case changes `updated_at`, but not the time of the decision. */
const endedAt = sql`coalesce((${cases.snapshot} #>> '{decision,at}')::timestamptz, ${cases.updatedAt})`

/** Approvals that ended since `from`. `updated_at`, which is indexed and never earlier, limits the rows first. */
const endedApprovals = (from: string): SQL => sql`
  select ${cases.caseId} as case_id, ${cases.groupId} as group_id, ${cases.createdAt} as created_at,
    ${endedAt} as ended_at,
    ${cases.snapshot} #>> '{decision,decision}' as decision,
    ${cases.snapshot} #>> '{decision,by,id}' as decider_id,
    ${cases.snapshot} #>> '{decision,by,name}' as decider_name
  from ${cases}
  where ${cases.kind} = 'approval' and not ${cases.isOpen} and ${cases.updatedAt} >= ${from}
    and ${endedAt} >= ${from}`

const firstClaim = sql`
  select min(${caseEvents.at}) as at from ${caseEvents}
  where ${caseEvents.caseId} = ended.case_id and ${caseEvents.code} in ${[...CLAIM_CODES]}`

const percentile = (share: number, until: SQL): SQL => sql`
  (1000 * percentile_cont(${share}) within group
    (order by extract(epoch from ${until} - ended.created_at)) filter (where ended.decider_id is not null))::float8`

const percentileColumns = sql`
  ${percentile(0.5, sql`taken.at`)} as claim_median, ${percentile(0.9, sql`taken.at`)} as claim_p90,
  ${percentile(0.5, sql`ended.ended_at`)} as decide_median, ${percentile(0.9, sql`ended.ended_at`)} as decide_p90`

interface PercentileColumns {
  claim_median: number | null
  claim_p90: number | null
  decide_median: number | null
  decide_p90: number | null
}

const toPercentiles = (
  row: PercentileColumns | undefined,
): { toClaim: Percentiles; toDecide: Percentiles } => ({
  toClaim: { median: row?.claim_median ?? null, p90: row?.claim_p90 ?? null },
  toDecide: { median: row?.decide_median ?? null, p90: row?.decide_p90 ?? null },
})

/** Counts of open approvals, and of those that people decided today. */
export const selectCurrentCounts = async (
  db: Executor,
  { todayAt, tomorrowAt }: ReportDays,
  now: Date,
): Promise<DecisionReport['now']> => {
  const at = now.toISOString()
  const [row] = await executeRows<DecisionReport['now']>(
    db,
    sql`select count(*)::int as open,
      count(*) filter (where ${cases.dueAt} >= ${todayAt} and ${cases.dueAt} < ${tomorrowAt})::int as "dueToday",
      count(*) filter (where ${cases.dueAt} < ${at})::int as overdue,
      (select count(*) filter (where decider_id is not null)::int from (${endedApprovals(todayAt)}) as ended) as "decidedToday"
    from ${cases} where ${cases.kind} = 'approval' and ${cases.isOpen}`,
  )
  if (!row) throw new Error('A count always has one row')
  return row
}

/** Times to claim and to decision of the approvals that people decided in these days. */
export const selectDecisionTimes = async (db: Executor, { from }: ReportDays) => {
  const [row] = await executeRows<PercentileColumns>(
    db,
    sql`select ${percentileColumns} from (${endedApprovals(from)}) as ended
      cross join lateral (${firstClaim}) as taken`,
  )
  return toPercentiles(row)
}

/** One row for each of these days, including empty ones; the oldest first. */
export const selectReportByDay = (
  db: Executor,
  { firstDay, today, starts, from }: ReportDays,
): Promise<ReportDay[]> => {
  const dayOf = (time: SQL) =>
    sql`${firstDay}::date + width_bucket(${time}, ${sql.param([...starts])}::timestamptz[]) - 1`
  return executeRows<ReportDay>(
    db,
    sql`with opened as (
      select ${dayOf(sql`${cases.createdAt}`)} as day, count(*) as opened from ${cases}
      where ${cases.kind} = 'approval' and ${cases.isOpen} in (true, false) and ${cases.createdAt} >= ${from}
      group by 1
    ), closed as (
      select ${dayOf(sql`ended_at`)} as day,
        count(*) filter (where decider_id is not null and decision = 'approved') as approved,
        count(*) filter (where decider_id is not null and decision = 'rejected') as rejected,
        count(*) filter (where decider_id is null) as lapsed
      from (${endedApprovals(from)}) as ended group by 1
    )
    select to_char(days.day, 'YYYY-MM-DD') as day, coalesce(opened, 0)::int as opened,
      coalesce(approved, 0)::int as approved, coalesce(rejected, 0)::int as rejected,
      coalesce(lapsed, 0)::int as lapsed
    from generate_series(${firstDay}::date, ${today}::date, '1 day') as days(day)
    left join opened on opened.day = days.day
    left join closed on closed.day = days.day
    order by 1`,
  )
}

type RowColumns = Omit<ReportRow, 'toClaim' | 'toDecide'> & PercentileColumns

/** Counts a person by the approvals that they hold and decided, a group by those that it received. */
const GROUPINGS = {
  person: {
    holder: cases.assigneeId,
    decided: sql`ended.decider_id`,
    storedName: sql`max(ended.decider_name)`,
  },
  group: { holder: cases.groupId, decided: sql`ended.group_id`, storedName: sql`null::text` },
} as const

const selectName = (by: keyof typeof GROUPINGS): SQL =>
  by === 'person'
    ? sql`select ${user.name} from ${user} where ${user.id} = coalesce(held.id, done.id)`
    : sql`select ${groups.name} from ${groups} where ${groups.id} = coalesce(held.id, done.id)`

/** Decisions of these days by person or by group; most decisions first. */
export const selectReportBy = async (
  db: Executor,
  by: keyof typeof GROUPINGS,
  { from }: ReportDays,
  now: Date,
): Promise<ReportRow[]> => {
  const { holder, decided, storedName } = GROUPINGS[by]
  const rows = await executeRows<RowColumns>(
    db,
    sql`with held as (
      select ${holder} as id, count(*)::int as open,
        count(*) filter (where ${cases.dueAt} < ${now.toISOString()})::int as overdue
      from ${cases} where ${cases.kind} = 'approval' and ${cases.isOpen} and ${holder} is not null group by 1
    ), done as (
      select ${decided} as id, ${storedName} as stored_name,
        count(*) filter (where decider_id is not null and decision = 'approved')::int as approved,
        count(*) filter (where decider_id is not null and decision = 'rejected')::int as rejected,
        ${percentileColumns}
      from (${endedApprovals(from)}) as ended cross join lateral (${firstClaim}) as taken
      where ${decided} is not null group by 1
    )
    select coalesce(held.id, done.id) as id, coalesce((${selectName(by)}), done.stored_name, held.id, done.id) as name,
      coalesce(open, 0) as open, coalesce(overdue, 0) as overdue,
      coalesce(approved, 0) as approved, coalesce(rejected, 0) as rejected,
      claim_median, claim_p90, decide_median, decide_p90
    from held full join done on done.id = held.id
    order by coalesce(approved, 0) + coalesce(rejected, 0) desc, name`,
  )
  return rows.map(({ id, name, open, overdue, approved, rejected, ...times }) => ({
    ...{ id, name, open, overdue, approved, rejected },
    ...toPercentiles(times),
  }))
}
