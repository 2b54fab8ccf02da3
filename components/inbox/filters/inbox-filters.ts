/** What a list can be narrowed by, as its address holds it. */

import { DUE_FILTERS, type DueFilter } from '@/temporal/contract/cases/case-filter'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import { APPROVAL_STATES, type CaseState, isCaseState, ORDER_STATES } from '@/temporal/contract/states'

/** Filters that show as chips. Amounts are in the currency's unit, as people type them. */
export interface Filters {
  state: CaseState | null
  /** Account id, or `none`. */
  assignee: string | null
  group: string | null
  priority: number | null
  due: DueFilter | null
  /** First and last day of creation in UTC, such as `2026-01-31`. */
  from: string | null
  to: string | null
  minAmount: number | null
  maxAmount: number | null
}

export type FilterName = keyof Filters

export const NO_FILTERS: Filters = {
  state: null,
  assignee: null,
  group: null,
  priority: null,
  due: null,
  from: null,
  to: null,
  minAmount: null,
  maxAmount: null,
}

export const FILTER_NAMES = Object.keys(NO_FILTERS) as FilterName[]

/** Only approvals have these. */
const APPROVAL_FILTERS: readonly FilterName[] = ['assignee', 'group', 'priority', 'due']

export const getStates = (kind: CaseKind): readonly CaseState[] =>
  kind === 'approval' ? APPROVAL_STATES : ORDER_STATES

export const parseOneOf = <T extends string>(allowed: readonly T[], value: string | null): T | null =>
  allowed.find((one) => one === value) ?? null

const amount = (value: string): number | null => {
  const number = Number(value)
  return Number.isFinite(number) && number >= 0 ? number : null
}

const day = (value: string): string | null => {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return null
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? value : null
}

const short = (value: string): string | null => (value.length <= 100 ? value : null)

/** Null for what nobody could mean. */
const PARSE: { [K in FilterName]: (value: string, kind: CaseKind) => Filters[K] } = {
  state: (value, kind) => (isCaseState(value) && getStates(kind).includes(value) ? value : null),
  assignee: short,
  group: short,
  priority: (value) => ([1, 2, 3].includes(Number(value)) ? Number(value) : null),
  due: (value) => parseOneOf(DUE_FILTERS, value),
  from: day,
  to: day,
  minAmount: amount,
  maxAmount: amount,
}

const parseOne = <K extends FilterName>(name: K, kind: CaseKind, params: URLSearchParams): Filters[K] => {
  const value = params.get(name)?.trim()
  if (!value || (kind === 'order' && APPROVAL_FILTERS.includes(name))) return NO_FILTERS[name]
  return PARSE[name](value, kind)
}

/** A range given the wrong way round means the same range. */
const ordered = <T extends string | number>(from: T | null, to: T | null): [T | null, T | null] =>
  from !== null && to !== null && from > to ? [to, from] : [from, to]

/** The filters of an address; what is not valid is left out. */
export const parseFilters = (kind: CaseKind, params: URLSearchParams): Filters => {
  const filters = { ...NO_FILTERS }
  const put = <K extends FilterName>(name: K) => {
    filters[name] = parseOne(name, kind, params)
  }
  FILTER_NAMES.forEach(put)
  const [from, to] = ordered(filters.from, filters.to)
  const [minAmount, maxAmount] = ordered(filters.minAmount, filters.maxAmount)
  return { ...filters, from, to, minAmount, maxAmount }
}

export const isFilterName = (name: string): name is FilterName => Object.hasOwn(NO_FILTERS, name)
