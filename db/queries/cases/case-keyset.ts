/** Keyset pagination of cases: a page starts at a row, so every page costs the same. */

import { and, asc, desc, gt, gte, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { Sort, SortField } from '../../../temporal/contract/cases/case-filter'
import { cases, nameSortKey, titleSortKey } from '../../schema/cases'

/** The position of a row: its sort value as Postgres writes it, and its id. Plain JSON. */
export interface CaseKey {
  value: string | null
  caseId: string
}

export interface Keyset {
  sort: Sort
  /** The page after or before this row, or the one that ends with it; none for the first page. */
  after?: CaseKey
  before?: CaseKey
  through?: CaseKey
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

/** True for a page before or through a row: it is read backwards. */
export const isBackward = ({ before, through }: Keyset): boolean =>
  before !== undefined || through !== undefined

const isDescending = (keyset: Keyset): boolean => keyset.sort.startsWith('-') !== isBackward(keyset)

export const toSortExpression = (sort: Sort): SQL => toSortColumn(sort).column

/** One index range: the rows with a sort value, or those without. */
export interface IndexRange {
  where: SQL | undefined
  orderBy: SQL[]
}

const isBeyond = (keyset: Keyset, left: SQL, right: SQL): SQL => {
  const [less, greater] = keyset.through ? [lte, gte] : [lt, gt]
  return (isDescending(keyset) ? less : greater)(left, right)
}

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
    // Orders by the column too, although all its values are null: only then the planner uses the index's order.
    orderBy: [direction(column), direction(cases.caseId)],
  }
}

/** The index ranges from a page's start. Rows without a sort value are last in both directions. */
export const toIndexRanges = (keyset: Keyset): IndexRange[] => {
  const key = keyset.after ?? keyset.before ?? keyset.through
  if (!toSortColumn(keyset.sort).isNullable) return [valuesRange(keyset, key)]
  if (key?.value === null) {
    const nulls = nullsRange(keyset, key)
    return isBackward(keyset) ? [nulls, valuesRange(keyset, undefined)] : [nulls]
  }
  const values = valuesRange(keyset, key)
  return isBackward(keyset) ? [values] : [values, nullsRange(keyset, undefined)]
}

/** The order of the union of several ranges, by its columns `sort_value` and `case_id`. */
export const toOrderBy = (keyset: Keyset): SQL[] => {
  const direction = sql.raw(isDescending(keyset) ? 'desc' : 'asc')
  const nulls = sql.raw(isBackward(keyset) ? 'nulls first' : 'nulls last')
  return [sql`sort_value ${direction} ${nulls}`, sql`case_id ${direction}`]
}
