/** Filters and sorts of a list of cases, for the projection, Visibility, the wire and the addresses of pages. */

import type { z } from 'zod'
import type { CaseCountsSchema, CaseListSchema } from '../schemas/case-response'
import type { CaseState } from '../states'
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

/** The filter that both back ends evaluate. */
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
  /** Time zone of the days of `due`, where it counts days; UTC if absent. */
  zone?: string
  /** Created at or after this instant, ISO 8601. A request may name a day, `2026-01-31`, which begins then. */
  from?: string
  /** Created before this instant, ISO 8601. A request may name a day, which it includes. */
  to?: string
  minAmountCents?: number
  maxAmountCents?: number
  /** Words of a title, a person, any id, and of an order its lines and its customer's e-mail. */
  q?: string
}

/** Every filter, by its name in queries and page addresses, with the field of `CaseFilter` that it sets. */
export const FILTER_FIELDS = {
  kind: 'kind',
  state: 'states',
  assignee: 'assignee',
  group: 'group',
  priority: 'priority',
  due: 'due',
  zone: 'zone',
  from: 'from',
  to: 'to',
  minAmount: 'minAmountCents',
  maxAmount: 'maxAmountCents',
  q: 'q',
} as const satisfies Record<string, keyof CaseFilter>
export type FilterName = keyof typeof FILTER_FIELDS
/** The value that a filter sets. */
export type FilterValue<N extends FilterName> = NonNullable<CaseFilter[(typeof FILTER_FIELDS)[N]]>

export type CaseList = z.output<typeof CaseListSchema>
export type CaseCounts = z.output<typeof CaseCountsSchema>
