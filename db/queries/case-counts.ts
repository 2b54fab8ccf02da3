/** The numbers on the tabs of a list. */

import { inArray, type SQL, sql } from 'drizzle-orm'
import type { CaseCounts, CaseFilter } from '../../temporal/contract/filter'
import type { Executor } from '../client'
import { caseSeen, cases } from '../schema/cases'
import { conditionsOf } from './case-filter'

/** Whose numbers they are. */
export interface Counter {
  id: string
  groups: readonly string[]
}

type Counted = Omit<CaseCounts, 'asOf'>

/** Joined to what the person saw of each case. */
const unseen = ({ groups }: Counter): SQL =>
  groups.length > 0
    ? sql`${inArray(cases.groupId, [...groups])} and ${cases.version} > coalesce(${caseSeen.version}, 0)`
    : sql`false`

/**
 * The numbers on the tabs of a list of cases: open ones, and `closed`; of approvals, where the filter names no kind.
 * `attention` counts parked steps of the filter's kind, or of any.
 * @param of whose open cases are `mine`, and whose groups and eyes decide what is `unread`
 */
export const countCases = async (
  db: Executor,
  of: Counter,
  filter: CaseFilter = {},
  now = new Date(),
): Promise<CaseCounts> => {
  const asOf = now.toISOString()
  const kind = filter.kind ?? 'approval'
  const narrowed = conditionsOf(filter, now) ?? sql`true`
  const listed = sql`${cases.kind} = ${kind} and ${narrowed}`
  const parked = filter.kind ? listed : narrowed
  const mayBeClosed = filter.due ? sql`false` : sql`true`
  const { rows } = await db.execute<Counted & Record<string, unknown>>(sql`
    select
      count(*) filter (where ${cases.assigneeId} = ${of.id})::int as mine,
      count(*) filter (where ${cases.assigneeId} is null)::int as unassigned,
      count(*)::int as "all",
      count(*) filter (where ${cases.dueAt} < ${asOf})::int as overdue,
      count(*) filter (where ${unseen(of)})::int as unread,
      (select count(*)::int from ${cases} where ${listed} and not ${cases.isOpen} and ${mayBeClosed}) as closed,
      (select count(*)::int from ${cases} where ${cases.waitingFor} = 'attention' and ${parked}) as attention
    from ${cases}
    left join ${caseSeen} on ${caseSeen.caseId} = ${cases.caseId} and ${caseSeen.userId} = ${of.id}
    where ${listed} and ${cases.isOpen}`)
  const [counts] = rows
  if (!counts) throw new Error('A count always has one row')
  return { ...counts, asOf }
}
