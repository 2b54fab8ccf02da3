/** The parts of a list of cases: its rows, its total, and where the pages beside it start. */

import { and, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { CaseItem } from '../../temporal/contract/case'
import type { CaseFilter } from '../../temporal/contract/filter'
import type { Executor } from '../client'
import { cases } from '../schema/cases'
import { partsOf } from './case-filter'
import { type CaseKey, type Keyset, orderOf, sortValueOf, stretchesOf } from './case-keyset'
import { iso } from './iso'

export interface ListPage extends Keyset {
  limit: number
}

/** A row for anybody: who saw it is asked for apart. */
export type ListedRow = Omit<CaseItem, 'isUnread'>

export interface CaseRows {
  items: ListedRow[]
  next: CaseKey | null
  prev: CaseKey | null
  total: { value: number; exact: boolean }
}

/** More cases than this are not counted one by one. */
export const COUNTED = 10_000

/** The question that is open. Names are written out: in the inner select a column of the outer one needs its table. */
const QUESTION = sql<string | null>`case
  when not cases.is_open then null
  when cases.kind = 'approval' then cases.snapshot #>> '{interaction,interactionId}'
  when cases.waiting_for = 'approver' then (
    select asked.snapshot #>> '{interaction,interactionId}' from cases as asked
    where asked.case_id = cases.snapshot #>> '{approval,approvalId}' and asked.is_open)
  end`

const ITEM = {
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
  interactionId: QUESTION.as('interaction_id'),
}

/** Rows of one stretch of one part: a range of one index. */
const readStretch = (db: Executor, { sort, limit }: ListPage, where: SQL | undefined, orderBy: SQL[]) =>
  db
    .select({
      ...ITEM,
      sortValue: sql<unknown>`${sortValueOf(sort)}`.as('sort_value'),
      sortText: sql<string | null>`${sortValueOf(sort)}::text`.as('sort_text'),
    })
    .from(cases)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit + 1)

type Row = Awaited<ReturnType<typeof readStretch>>[number]

/** The query behind a page, or null where no case can match. Exported for the test that looks at its plan. */
export const pageQuery = (db: Executor, filter: CaseFilter, page: ListPage, now: Date) => {
  const stretches = stretchesOf(page)
  const ranges = partsOf(filter, now).flatMap((part) =>
    stretches.map(({ where, orderBy }) => readStretch(db, page, and(part, where), orderBy)),
  )
  const [first, second, ...rest] = ranges
  if (!first) return null
  if (!second) return first
  return unionAll(first, second, ...rest)
    .orderBy(...orderOf(page))
    .limit(page.limit + 1)
}

/** How many cases a filter asks for, counted one by one up to 10,000. */
export const countUpTo = async (db: Executor, filter: CaseFilter, now: Date): Promise<CaseRows['total']> => {
  const parts = partsOf(filter, now)
  if (parts.length === 0) return { value: 0, exact: true }
  const some = parts.map((part) => sql`(select 1 from ${cases} where ${part} limit ${COUNTED + 1})`)
  const { rows } = await db.execute<{ found: number }>(
    sql`select count(*)::int as found from (${sql.join(some, sql` union all `)}) as found`,
  )
  const found = rows[0]?.found ?? 0
  return found > COUNTED ? { value: COUNTED, exact: false } : { value: found, exact: true }
}

const itemOfRow = (row: Row): ListedRow => ({
  caseId: row.caseId,
  caseTitle: row.title,
  kind: row.kind,
  status: row.state,
  submitter: [row.submitter],
  assignee: row.assignee ? [row.assignee] : [],
  createdAt: iso(row.createdAt),
  updatedAt: iso(row.updatedAt),
  dueAt: row.dueAt === null ? null : iso(row.dueAt),
  version: row.version,
  number: row.number,
  amountCents: row.amountCents,
  currency: row.currency,
  group: row.groupId,
  priority: row.priority,
  waitingFor: row.waitingFor,
  interactionId: row.interactionId,
})

const keyOf = (row: Row | undefined): CaseKey | null =>
  row ? { value: row.sortText, caseId: row.caseId } : null

/** A page knows of more rows on the side that it was read towards; on the other side is where it came from. */
export const cut = (rows: Row[], { limit, after, before }: ListPage): Omit<CaseRows, 'total'> => {
  const hasMore = rows.length > limit
  const kept = rows.slice(0, limit)
  if (before) kept.reverse()
  const first = keyOf(kept[0]) ?? after ?? null
  const last = keyOf(kept.at(-1)) ?? before ?? null
  return {
    items: kept.map(itemOfRow),
    next: before || hasMore ? last : null,
    prev: before ? (hasMore ? first : null) : after ? first : null,
  }
}
