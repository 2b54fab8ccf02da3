/** Builds a page of cases: its rows, its total, and the positions of the pages before and after. */

import { and, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { CaseItem } from '../../../temporal/contract/cases/case'
import type { CaseFilter } from '../../../temporal/contract/cases/case-filter'
import type { Executor } from '../../client'
import { cases } from '../../schema/cases'
import { toIso } from '../to-iso'
import { indexPartitions } from './case-filter'
import {
  type CaseKey,
  isBackward,
  type Keyset,
  toIndexRanges,
  toOrderBy,
  toSortExpression,
} from './case-keyset'

export interface PageRequest extends Keyset {
  limit: number
}

/** A row without the viewer's read state, which is read separately. */
export type CaseListRow = Omit<CaseItem, 'isUnread'>

export interface CasePage {
  items: CaseListRow[]
  next: CaseKey | null
  prev: CaseKey | null
  total: { value: number; exact: boolean }
}

/** The highest exact count; a larger total is reported as this with `exact: false`. */
export const COUNT_LIMIT = 10_000

/** Id of the open interaction. Names are written out, because the subquery's outer columns need their table. */
const OPEN_INTERACTION_ID = sql<string | null>`case
  when not cases.is_open then null
  when cases.kind = 'approval' then cases.snapshot #>> '{interaction,interactionId}'
  when cases.waiting_for = 'approver' then (
    select approval.snapshot #>> '{interaction,interactionId}' from cases as approval
    where approval.case_id = cases.snapshot #>> '{approval,approvalId}' and approval.is_open)
  end`

const ITEM_COLUMNS = {
  caseId: cases.caseId,
  kind: cases.kind,
  state: cases.state,
  number: cases.number,
  title: cases.title,
  subject: cases.subject,
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

/** Selects the rows of one index range. */
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

/** The query of a page; null where no case can match. Exported for the test of its plan. */
export const buildPageQuery = (db: Executor, filter: CaseFilter, page: PageRequest, now: Date) => {
  const ranges = toIndexRanges(page)
  const queries = indexPartitions(filter, now).flatMap((partition) =>
    ranges.map(({ where, orderBy }) => selectIndexRange(db, page, and(partition, where), orderBy)),
  )
  const [first, second, ...others] = queries
  if (!first) return null
  if (!second) return first
  return unionAll(first, second, ...others)
    .orderBy(...toOrderBy(page))
    .limit(page.limit + 1)
}

/** Number of cases that match a filter, exact up to COUNT_LIMIT. */
export const selectCappedCount = async (
  db: Executor,
  filter: CaseFilter,
  now: Date,
): Promise<CasePage['total']> => {
  const partitions = indexPartitions(filter, now)
  if (partitions.length === 0) return { value: 0, exact: true }
  const counted = partitions.map(
    (partition) => sql`(select 1 from ${cases} where ${partition} limit ${COUNT_LIMIT + 1})`,
  )
  const { rows } = await db.execute<{ found: number }>(
    sql`select count(*)::int as found from (${sql.join(counted, sql` union all `)}) as found`,
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
  subject: row.subject,
  amountCents: row.amountCents,
  currency: row.currency,
  group: row.groupId,
  priority: row.priority,
  waitingFor: row.waitingFor,
  interactionId: row.interactionId,
})

const toCaseKey = (row: Row | undefined): CaseKey | null =>
  row ? { value: row.sortText, caseId: row.caseId } : null

/**
 * Builds a page from one row more than its limit, which shows whether the reading direction has another page. A page
 * that was read backwards may be the last one by now: `next` then still has to be checked.
 */
export const toPage = (rows: Row[], request: PageRequest): Omit<CasePage, 'total'> => {
  const { limit, after } = request
  const hasMore = rows.length > limit
  const pageRows = rows.slice(0, limit)
  const isReversed = isBackward(request)
  if (isReversed) pageRows.reverse()
  const first = toCaseKey(pageRows[0]) ?? after ?? null
  const last = toCaseKey(pageRows.at(-1))
  return {
    items: pageRows.map(toCaseListRow),
    next: isReversed || hasMore ? last : null,
    prev: (isReversed ? hasMore : after) ? first : null,
  }
}

/** True if the filter has a row after `key`. */
export const hasRowAfter = async (
  db: Executor,
  filter: CaseFilter,
  { sort, after }: { sort: Keyset['sort']; after: CaseKey },
  now: Date,
): Promise<boolean> => {
  const rows = await buildPageQuery(db, filter, { sort, after, limit: 0 }, now)
  return rows !== null && rows.length > 0
}

/**
 * A page of the cases that match `filter`. Rows without a sort value are last; rows with equal values are in the order
 * of their ids. A page after a row whose followers are gone is empty, and `prev` is that row itself.
 * @returns `total` up to 10,000; above that `exact` is false
 */
export const selectCasePage = async (
  db: Executor,
  filter: CaseFilter,
  page: PageRequest,
  now = new Date(),
): Promise<CasePage> => {
  const [rows, total] = await Promise.all([
    buildPageQuery(db, filter, page, now) ?? [],
    selectCappedCount(db, filter, now),
  ])
  const { next, ...found } = toPage(rows, page)
  const isLast =
    next !== null && isBackward(page) && !(await hasRowAfter(db, filter, { ...page, after: next }, now))
  return { ...found, next: isLast ? null : next, total }
}
