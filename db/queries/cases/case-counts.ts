/** The numbers on the tabs of a list. */

import { inArray, type SQL, sql } from 'drizzle-orm'
import type { CaseCounts, CaseFilter } from '../../../temporal/contract/cases/case-filter'
import type { Executor } from '../../client'
import { caseReads, cases } from '../../schema/cases'
import { toCondition } from './case-filter'
import { COUNT_LIMIT } from './case-list'

/** Whose numbers they are. */
export interface CountsViewer {
  id: string
  groups: readonly string[]
}

type CountColumns = Omit<CaseCounts, 'asOf'>

/** Joined to what the person saw of each case. */
const isUnread = ({ groups }: CountsViewer): SQL =>
  groups.length > 0
    ? sql`${inArray(cases.groupId, [...groups])} and ${cases.version} > coalesce(${caseReads.version}, 0)`
    : sql`false`

/** How many closed cases there are, or null for more than are counted one by one. */
const closedCount = (where: SQL): SQL => sql`(
  select case when count(*) <= ${COUNT_LIMIT} then count(*)::int end
  from (select 1 from ${cases} where ${where} and not ${cases.isOpen} limit ${COUNT_LIMIT + 1}) as ended)`

/**
 * The numbers on the tabs of a list of cases: open ones, and `closed`; of approvals, where the filter names no kind.
 * `attention` counts parked steps of the filter's kind, or of any. Closed cases only grow, and everybody asks again at
 * every change, so they are counted where a filter asks for some of them, and up to 10,000.
 * @param of whose open cases are `mine`, and whose groups and eyes decide what is `unread`
 */
export const selectCaseCounts = async (
  db: Executor,
  of: CountsViewer,
  filter: CaseFilter = {},
  now = new Date(),
): Promise<CaseCounts> => {
  const asOf = now.toISOString()
  const kind = filter.kind ?? 'approval'
  const conditions = toCondition(filter, now)
  const narrowed = conditions ?? sql`true`
  const listed = sql`${cases.kind} = ${kind} and ${narrowed}`
  const parked = filter.kind ? listed : narrowed
  const closed = conditions
    ? closedCount(sql`${listed} and ${filter.due ? sql`false` : sql`true`}`)
    : sql`null::int`
  const { rows } = await db.execute<CountColumns & Record<string, unknown>>(sql`
    select
      count(*) filter (where ${cases.assigneeId} = ${of.id})::int as mine,
      count(*) filter (where ${cases.assigneeId} is null)::int as unassigned,
      count(*)::int as "all",
      count(*) filter (where ${cases.dueAt} < ${asOf})::int as overdue,
      count(*) filter (where ${isUnread(of)})::int as unread,
      ${closed} as closed,
      (select count(*)::int from ${cases} where ${cases.waitingFor} = 'attention' and ${parked}) as attention
    from ${cases}
    left join ${caseReads} on ${caseReads.caseId} = ${cases.caseId} and ${caseReads.userId} = ${of.id}
    where ${listed} and ${cases.isOpen}`)
  const [counts] = rows
  if (!counts) throw new Error('A count always has one row')
  return { ...counts, asOf }
}
