/** The filters of a list in its address: how each value is parsed, and how it is sent to the API. */

import { RAISED_PRIORITIES } from '@/components/case/priority-labels'
import { DUE_FILTERS, type FilterName, type FilterValue } from '@/temporal/contract/cases/case-filter'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import { parseDecimal } from '@/temporal/contract/numbers'
import { type CaseState, isCaseState, STATES_BY_KIND } from '@/temporal/contract/states'

/** The filters that show as chips: all but the kind of the list and the search. */
export type FacetName = Exclude<FilterName, 'kind' | 'q' | 'zone'>

/** Null where a filter is off. An address holds one state, days such as `2026-01-31`, and amounts with two decimals. */
export type Filters = { [N in FacetName]: (N extends 'state' ? CaseState : FilterValue<N>) | null }

interface FilterRule<V> {
  /** Null for an invalid value. */
  parse: (value: string, kind: CaseKind) => V | null
  /** The value as the API takes it; the same unless given. */
  toApi?: (value: V) => string | number
  /** Orders do not have it. */
  isApprovalOnly?: true
}

export const parseOneOf = <T extends string>(allowed: readonly T[], value: string | null): T | null =>
  allowed.find((one) => one === value) ?? null

/**
 * Amounts of a list of several currencies are typed with two decimals and compared by their minor units: 100 finds $100.00
 * and ¥10,000, as the field says.
 */
const AMOUNT_DIGITS = 2
const UNIT = 10 ** AMOUNT_DIGITS

const parseAmount = (value: string): number | null => {
  const minorUnits = parseDecimal(value, AMOUNT_DIGITS)
  return minorUnits === null ? null : minorUnits / UNIT
}

const parseDay = (value: string): string | null => {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return null
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? value : null
}

const parseId = (value: string): string | null => (value.length <= 100 ? value : null)

const toMinorUnits = (amount: number): number => Math.round(amount * UNIT)

const RULES: { [N in FacetName]: FilterRule<NonNullable<Filters[N]>> } = {
  state: {
    parse: (value, kind) =>
      isCaseState(value) && (STATES_BY_KIND[kind] as readonly CaseState[]).includes(value) ? value : null,
  },
  assignee: { parse: parseId, isApprovalOnly: true },
  group: { parse: parseId, isApprovalOnly: true },
  priority: {
    parse: (value) => RAISED_PRIORITIES.find((priority) => String(priority) === value) ?? null,
    isApprovalOnly: true,
  },
  due: { parse: (value) => parseOneOf(DUE_FILTERS, value), isApprovalOnly: true },
  from: { parse: parseDay },
  to: { parse: parseDay },
  minAmount: { parse: parseAmount, toApi: toMinorUnits },
  maxAmount: { parse: parseAmount, toApi: toMinorUnits },
}

export const FACET_NAMES = Object.keys(RULES) as FacetName[]
export const isFacetName = (name: string): name is FacetName => Object.hasOwn(RULES, name)

const getRule = <N extends FacetName>(name: N) => RULES[name] as FilterRule<NonNullable<Filters[N]>>

export const NO_FILTERS = Object.fromEntries(FACET_NAMES.map((name) => [name, null])) as unknown as Filters

const parseFilter = <N extends FacetName>(name: N, kind: CaseKind, value: string | undefined): Filters[N] => {
  const { parse, isApprovalOnly } = getRule(name)
  return value && !(isApprovalOnly && kind === 'order') ? parse(value, kind) : null
}

/** A range given in the wrong order means the same range. */
const ordered = <T extends string | number>(from: T | null, to: T | null): [T | null, T | null] =>
  from !== null && to !== null && from > to ? [to, from] : [from, to]

/** The filters of an address; an invalid one is left out. */
export const parseFilters = (kind: CaseKind, params: URLSearchParams): Filters => {
  const filters = { ...NO_FILTERS }
  const put = <N extends FacetName>(name: N) => {
    filters[name] = parseFilter(name, kind, params.get(name)?.trim())
  }
  FACET_NAMES.forEach(put)
  const [from, to] = ordered(filters.from, filters.to)
  const [minAmount, maxAmount] = ordered(filters.minAmount, filters.maxAmount)
  return { ...filters, from, to, minAmount, maxAmount }
}

const toApiValue = <N extends FacetName>(name: N, value: NonNullable<Filters[N]>): string =>
  String(getRule(name).toApi?.(value) ?? value)

/** The filters as query parameters of the API. */
export const toApiFacets = (filters: Filters, names: readonly FacetName[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = filters[name]
      return value === null ? [] : [[name, toApiValue(name, value)]]
    }),
  )
