/** What a list of cases can be asked: one filter for the projection, for Visibility, for the wire and for the URL of a page. */

import type { CaseState } from '../states'
import type { CaseItem } from './case'
import type { CaseKind } from './case-ids'

export const UNASSIGNED = 'none'
export const DUE_FILTERS = ['overdue', 'today', 'week'] as const
export type DueFilter = (typeof DUE_FILTERS)[number]

export const SORT_FIELDS = [
  'created',
  'updated',
  'due',
  'amount',
  'priority',
  'title',
  'requester',
  'assignee',
  'state',
  'group',
] as const
export type SortField = (typeof SORT_FIELDS)[number]
/** `-` first means descending. */
export type Sort = SortField | `-${SortField}`
export const SORTS: readonly Sort[] = SORT_FIELDS.flatMap((field): Sort[] => [field, `-${field}`])

export const DEFAULT_LIMIT = 50
export const MAX_LIMIT = 200

export const LIST_SOURCES = ['projection', 'visibility'] as const
export type ListSource = (typeof LIST_SOURCES)[number]

export interface CaseFilter {
  kind?: CaseKind
  /** Any of these states. */
  states?: CaseState[]
  /** Account id, or `none` for unassigned. */
  assignee?: string
  group?: string
  /** At least this priority. */
  priority?: number
  due?: DueFilter
  /** Created at or after, ISO 8601. */
  from?: string
  /** Created before, ISO 8601. */
  to?: string
  minAmountCents?: number
  maxAmountCents?: number
  /** Words of a title, a person, any id, and of an order its lines and its customer's e-mail. */
  q?: string
}

/** Answer of `GET /cases`. */
export interface CaseList {
  items: CaseItem[]
  nextCursor: string | null
  prevCursor: string | null
  total: { value: number; exact: boolean }
  source: ListSource
  asOf: string
}

/** Answer of `GET /cases/counts`: the tabs of a list, open cases that its filter lets through unless said otherwise. */
export interface CaseCounts {
  mine: number
  unassigned: number
  all: number
  /** Null where the filter does not narrow the list, or lets more than 10,000 through. */
  closed: number | null
  overdue: number
  attention: number
  /** Those asked of a group of the person who counts, and not seen by them as they are now. */
  unread: number
  asOf: string
}
