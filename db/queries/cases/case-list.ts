/** The parts of a list of cases: its rows, its total, and where the pages beside it start. */

import { and, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { CaseItem } from '../../../temporal/contract/cases/case'
import type { CaseFilter } from '../../../temporal/contract/cases/case-filter'
import type { Executor } from '../../client'
import { cases } from '../../schema/cases'
import { toIso } from '../to-iso'
import { indexPartitions } from './case-filter'
import { type CaseKey, type Keyset, toIndexRanges, toOrderBy, toSortExpression } from './case-keyset'

export interface PageRequest extends Keyset {
  limit: number
}

/** A row for anybody: who saw it is asked for apart. */
export type CaseListRow = Omit<CaseItem, 'isUnread'>

export interface CasePage {
  items: CaseListRow[]
  next: CaseKey | null
  prev: CaseKey | null
  total: { value: number; exact: boolean }
}

/** More cases than this are not counted one by one. */
export const COUNT_LIMIT = 10_000

/** The question that is open. Names are written out: in the inner select a column of the outer one needs its table. */
const OPEN_INTERACTION_ID = sql<string | null>`case
  when not cases.is_open then null
  when cases.kind = 'approval' then cases.snapshot #>> '{interaction,interactionId}'
  when cases.waiting_for = 'approver' then (
    select asked.snapshot #>> '{interaction,interactionId}' from cases as asked
    where asked.case_id = cases.snapshot #>> '{approval,approvalId}' and asked.is_open)
  end`

const ITEM_COLUMNS = {
  caseId: cases.caseId,
  kind: cases.kind,
  state: cases.state,
  number: cases.number,
  title: cases.title,
  submitter: cases.submitter,
  assignee: cases.assignee,
  groupId: cases.groupId,
  priority: cases.priority,
  amountCents: cases.amountCents,
  currency: cases.currency,
  waitingFor: cases.waitingFor,
  dueAt: cases.dueAt,
  createdAt: cases.createdAt,
  updatedAt: cases.updatedAt,
  version: cases.version,
  interactionId: OPEN_INTERACTION_ID.as('interaction_id'),
}

/** Rows of one stretch of one part: a range of one index. */
const selectIndexRange = (
  db: Executor,
  { sort, limit }: PageRequest,
  where: SQL | undefined,
  orderBy: SQL[],
) =>
  db
    .select({
      ...ITEM_COLUMNS,
      sortValue: sql<unknown>`${toSortExpression(sort)}`.as('sort_value'),
      sortText: sql<string | null>`${toSortExpression(sort)}::text`.as('sort_text'),
    })
    .from(cases)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit + 1)

type Row = Awaited<ReturnType<typeof selectIndexRange>>[number]

/** The query behind a page, or null where no case can match. Exported for the test that looks at its plan. */
export const buildPageQuery = (db: Executor, filter: CaseFilter, page: PageRequest, now: Date) => {
  const stretches = toIndexRanges(page)
  const ranges = indexPartitions(filter, now).flatMap((part) =>
    stretches.map(({ where, orderBy }) => selectIndexRange(db, page, and(part, where), orderBy)),
  )
  const [first, second, ...rest] = ranges
  if (!first) return null
  if (!second) return first
  return unionAll(first, second, ...rest)
    .orderBy(...toOrderBy(page))
    .limit(page.limit + 1)
}

/** How many cases a filter asks for, counted one by one up to 10,000. */
export const selectCappedCount = async (
  db: Executor,
  filter: CaseFilter,
  now: Date,
): Promise<CasePage['total']> => {
  const parts = indexPartitions(filter, now)
  if (parts.length === 0) return { value: 0, exact: true }
  const some = parts.map((part) => sql`(select 1 from ${cases} where ${part} limit ${COUNT_LIMIT + 1})`)
  const { rows } = await db.execute<{ found: number }>(
    sql`select count(*)::int as found from (${sql.join(some, sql` union all `)}) as found`,
  )
  const found = rows[0]?.found ?? 0
  return found > COUNT_LIMIT ? { value: COUNT_LIMIT, exact: false } : { value: found, exact: true }
}

const toCaseListRow = (row: Row): CaseListRow => ({
  caseId: row.caseId,
  caseTitle: row.title,
  kind: row.kind,
  status: row.state,
  submitter: [row.submitter],
  assignee: row.assignee ? [row.assignee] : [],
  createdAt: toIso(row.createdAt),
  updatedAt: toIso(row.updatedAt),
  dueAt: row.dueAt === null ? null : toIso(row.dueAt),
  version: row.version,
  number: row.number,
  amountCents: row.amountCents,
  currency: row.currency,
  group: row.groupId,
  priority: row.priority,
  waitingFor: row.waitingFor,
  interactionId: row.interactionId,
})

const toCaseKey = (row: Row | undefined): CaseKey | null =>
  row ? { value: row.sortText, caseId: row.caseId } : null

/** A page knows of more rows on the side that it was read towards; on the other side is where it came from. */
export const toPage = (rows: Row[], { limit, after, before }: PageRequest): Omit<CasePage, 'total'> => {
  const hasMore = rows.length > limit
  const kept = rows.slice(0, limit)
  if (before) kept.reverse()
  const first = toCaseKey(kept[0]) ?? after ?? null
  const last = toCaseKey(kept.at(-1)) ?? before ?? null
  return {
    items: kept.map(toCaseListRow),
    next: before || hasMore ? last : null,
    prev: before ? (hasMore ? first : null) : after ? first : null,
  }
}
