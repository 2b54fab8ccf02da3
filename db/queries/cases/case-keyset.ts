/** Pages of cases by keyset: each page starts from a row, so it costs the same however far in it is. */

import { and, asc, desc, gt, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Sort, SortField } from '../../../temporal/contract/cases/case-filter'
import { cases, nameSortKey, titleSortKey } from '../../schema/cases'

/** Where a page starts: the sort value of a row, as Postgres writes it, and the row's id. Plain JSON. */
export interface CaseKey {
  value: string | null
  caseId: string
}

export interface Keyset {
  sort: Sort
  /** The page after this row, or before that one; neither for the first page. */
  after?: CaseKey
  before?: CaseKey
}

interface SortColumn {
  column: SQL
  type: 'timestamptz' | 'bigint' | 'integer' | 'text' | 'case_state'
  isNullable: boolean
}

const SORT_COLUMNS = {
  created: { column: sql`${cases.createdAt}`, type: 'timestamptz', isNullable: false },
  updated: { column: sql`${cases.updatedAt}`, type: 'timestamptz', isNullable: false },
  due: { column: sql`${cases.dueAt}`, type: 'timestamptz', isNullable: true },
  amount: { column: sql`${cases.amountCents}`, type: 'bigint', isNullable: true },
  priority: { column: sql`${cases.priority}`, type: 'integer', isNullable: false },
  title: { column: titleSortKey(cases.title), type: 'text', isNullable: false },
  requester: { column: nameSortKey(cases.submitter), type: 'text', isNullable: false },
  assignee: { column: nameSortKey(cases.assignee), type: 'text', isNullable: true },
  state: { column: sql`${cases.state}`, type: 'case_state', isNullable: false },
  group: { column: sql`${cases.groupId}`, type: 'text', isNullable: true },
} satisfies Record<SortField, SortColumn>

const toSortColumn = (sort: Sort): SortColumn => SORT_COLUMNS[sort.replace(/^-/, '') as SortField]

/** Backwards, a page is read from its end. */
const isDescending = ({ sort, before }: Keyset): boolean => sort.startsWith('-') !== (before !== undefined)

export const toSortExpression = (sort: Sort): SQL => toSortColumn(sort).column

/** One run through an index: rows that have a sort value, or rows that have none. */
export interface IndexRange {
  where: SQL | undefined
  orderBy: SQL[]
}

const isBeyond = (keyset: Keyset, left: SQL, right: SQL): SQL =>
  isDescending(keyset) ? lt(left, right) : gt(left, right)

const isIdBeyond = (keyset: Keyset, { caseId }: CaseKey): SQL =>
  isBeyond(keyset, sql`${cases.caseId}`, sql`${caseId}`)

const valuesRange = (keyset: Keyset, key: CaseKey | undefined): IndexRange => {
  const { column, type, isNullable } = toSortColumn(keyset.sort)
  const direction = isDescending(keyset) ? desc : asc
  const start =
    key && key.value !== null
      ? isBeyond(
          keyset,
          sql`(${column}, ${cases.caseId})`,
          sql`(${key.value}::${sql.raw(type)}, ${key.caseId})`,
        )
      : undefined
  return {
    where: and(isNullable ? isNotNull(column) : undefined, start),
    orderBy: [direction(column), direction(cases.caseId)],
  }
}

const nullsRange = (keyset: Keyset, key: CaseKey | undefined): IndexRange => {
  const { column } = toSortColumn(keyset.sort)
  const direction = isDescending(keyset) ? desc : asc
  return {
    where: and(isNull(column), key ? isIdBeyond(keyset, key) : undefined),
    // By the column too, though it is the same in all: so the planner sees that the index has this order.
    orderBy: [direction(column), direction(cases.caseId)],
  }
}

/** What is left to read from a page's start on. Rows without a value stand last, whichever way values are sorted. */
export const toIndexRanges = (keyset: Keyset): IndexRange[] => {
  const key = keyset.after ?? keyset.before
  if (!toSortColumn(keyset.sort).isNullable) return [valuesRange(keyset, key)]
  if (key?.value === null) {
    const rest = nullsRange(keyset, key)
    return keyset.before ? [rest, valuesRange(keyset, undefined)] : [rest]
  }
  const start = valuesRange(keyset, key)
  return keyset.before ? [start] : [start, nullsRange(keyset, undefined)]
}

/** The order of rows of several stretches, by their columns `sort_value` and `case_id`. */
export const toOrderBy = (keyset: Keyset): SQL[] => {
  const direction = sql.raw(isDescending(keyset) ? 'desc' : 'asc')
  const nulls = sql.raw(keyset.before ? 'nulls first' : 'nulls last')
  return [sql`sort_value ${direction} ${nulls}`, sql`case_id ${direction}`]
}
