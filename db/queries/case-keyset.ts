/** Pages of cases by keyset: each page starts from a row, so it costs the same however far in it is. */

import { and, asc, desc, gt, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Sort, SortField } from '../../temporal/contract/filter'
import { cases, nameKey, titleKey } from '../schema/cases'

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

const COLUMNS = {
  created: { column: sql`${cases.createdAt}`, type: 'timestamptz', isNullable: false },
  updated: { column: sql`${cases.updatedAt}`, type: 'timestamptz', isNullable: false },
  due: { column: sql`${cases.dueAt}`, type: 'timestamptz', isNullable: true },
  amount: { column: sql`${cases.amountCents}`, type: 'bigint', isNullable: true },
  priority: { column: sql`${cases.priority}`, type: 'integer', isNullable: false },
  title: { column: titleKey(cases.title), type: 'text', isNullable: false },
  requester: { column: nameKey(cases.submitter), type: 'text', isNullable: false },
  assignee: { column: nameKey(cases.assignee), type: 'text', isNullable: true },
  state: { column: sql`${cases.state}`, type: 'case_state', isNullable: false },
  group: { column: sql`${cases.groupId}`, type: 'text', isNullable: true },
} satisfies Record<SortField, SortColumn>

const columnOf = (sort: Sort): SortColumn => COLUMNS[sort.replace(/^-/, '') as SortField]

/** Backwards, a page is read from its end. */
const isDescending = ({ sort, before }: Keyset): boolean => sort.startsWith('-') !== (before !== undefined)

export const sortValueOf = (sort: Sort): SQL => columnOf(sort).column

/** One run through an index: rows that have a sort value, or rows that have none. */
export interface Stretch {
  where: SQL | undefined
  orderBy: SQL[]
}

const beyond = (keyset: Keyset, left: SQL, right: SQL): SQL =>
  isDescending(keyset) ? lt(left, right) : gt(left, right)

const idBeyond = (keyset: Keyset, { caseId }: CaseKey): SQL =>
  beyond(keyset, sql`${cases.caseId}`, sql`${caseId}`)

const withValues = (keyset: Keyset, key: CaseKey | undefined): Stretch => {
  const { column, type, isNullable } = columnOf(keyset.sort)
  const direction = isDescending(keyset) ? desc : asc
  const start =
    key && key.value !== null
      ? beyond(
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

const withoutValues = (keyset: Keyset, key: CaseKey | undefined): Stretch => {
  const { column } = columnOf(keyset.sort)
  const direction = isDescending(keyset) ? desc : asc
  return {
    where: and(isNull(column), key ? idBeyond(keyset, key) : undefined),
    // By the column too, though it is the same in all: so the planner sees that the index has this order.
    orderBy: [direction(column), direction(cases.caseId)],
  }
}

/** What is left to read from a page's start on. Rows without a value stand last, whichever way values are sorted. */
export const stretchesOf = (keyset: Keyset): Stretch[] => {
  const key = keyset.after ?? keyset.before
  if (!columnOf(keyset.sort).isNullable) return [withValues(keyset, key)]
  if (key?.value === null) {
    const rest = withoutValues(keyset, key)
    return keyset.before ? [rest, withValues(keyset, undefined)] : [rest]
  }
  const start = withValues(keyset, key)
  return keyset.before ? [start] : [start, withoutValues(keyset, undefined)]
}

/** The order of rows of several stretches, by their columns `sort_value` and `case_id`. */
export const orderOf = (keyset: Keyset): SQL[] => {
  const direction = sql.raw(isDescending(keyset) ? 'desc' : 'asc')
  const nulls = sql.raw(keyset.before ? 'nulls first' : 'nulls last')
  return [sql`sort_value ${direction} ${nulls}`, sql`case_id ${direction}`]
}
