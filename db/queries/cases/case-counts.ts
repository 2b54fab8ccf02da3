/** The counts on the tabs of a list. */

import { inArray, type SQL, sql } from 'drizzle-orm'
import type { CaseCounts, CaseFilter } from '../../../temporal/contract/cases/case-filter'
import type { Executor } from '../../client'
import { caseReads, cases } from '../../schema/cases'
import { toCondition } from './case-filter'
import { COUNT_LIMIT } from './case-list'

/** The account that the counts are for. */
export interface CountsViewer {
  id: string
  groups: readonly string[]
}

type CountColumns = Omit<CaseCounts, 'asOf'>

/** Needs the join to `case_reads` of the viewer. */
const isUnread = ({ groups }: CountsViewer): SQL =>
  groups.length > 0
    ? sql`${inArray(cases.groupId, [...groups])} and ${cases.version} > coalesce(${caseReads.version}, 0)`
    : sql`false`

/** Number of closed cases; null above COUNT_LIMIT. */
const closedCount = (where: SQL): SQL => sql`(
  select case when count(*) <= ${COUNT_LIMIT} then count(*)::int end
  from (select 1 from ${cases} where ${where} and not ${cases.isOpen} limit ${COUNT_LIMIT + 1}) as ended)`

/**
 * Counts open cases for each tab of a list, and `closed` ones; approvals where the filter names no kind. `attention`
 * counts parked steps of the filter's kind, or of any. Closed cases only grow and the counts are read at every change,
 * so they are counted only under a filter and up to 10,000.
 * @param viewer decides which open cases are `mine` and which are `unread`
 */
export const selectCaseCounts = async (
  db: Executor,
  viewer: CountsViewer,
  filter: CaseFilter = {},
  now = new Date(),
): Promise<CaseCounts> => {
  const asOf = now.toISOString()
  const kind = filter.kind ?? 'approval'
  const conditions = toCondition(filter, now)
  const matches = conditions ?? sql`true`
  const listed = sql`${cases.kind} = ${kind} and ${matches}`
  const parked = filter.kind ? listed : matches
  const closed = conditions
    ? closedCount(sql`${listed} and ${filter.due ? sql`false` : sql`true`}`)
    : sql`null::int`
  const { rows } = await db.execute<CountColumns & Record<string, unknown>>(sql`
    select
      count(*) filter (where ${cases.assigneeId} = ${viewer.id})::int as mine,
      count(*) filter (where ${cases.assigneeId} is null)::int as unassigned,
      count(*)::int as "all",
      count(*) filter (where ${cases.dueAt} < ${asOf})::int as overdue,
      count(*) filter (where ${isUnread(viewer)})::int as unread,
      ${closed} as closed,
      (select count(*)::int from ${cases} where ${cases.waitingFor} = 'attention' and ${parked}) as attention
    from ${cases}
    left join ${caseReads} on ${caseReads.caseId} = ${cases.caseId} and ${caseReads.userId} = ${viewer.id}
    where ${listed} and ${cases.isOpen}`)
  const [counts] = rows
  if (!counts) throw new Error('A count always has one row')
  return { ...counts, asOf }
}
