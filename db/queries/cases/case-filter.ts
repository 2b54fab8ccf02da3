/** Converts a filter of cases to SQL conditions. */

import { and, eq, gte, inArray, isNull, like, lt, lte, or, type SQL } from 'drizzle-orm'
import { type CaseFilter, type DueFilter, UNASSIGNED } from '../../../temporal/contract/cases/case-filter'
import { CASE_KINDS, type CaseKind } from '../../../temporal/contract/cases/case-ids'
import { DUE_DAYS, getDueWindow } from '../../../temporal/contract/cases/filter-days'
import { type CaseState, isTerminal, STATES_BY_KIND } from '../../../temporal/contract/states'
import { foldText, splitWords } from '../../../temporal/contract/text/fold-text'
import { cases, isUnfolded } from '../../schema/cases'
import { stripUnstorableChars } from '../../strip-unstorable-chars'
import { containsPattern } from '../contains-pattern'

const MAX_WORDS = 10

/** Rows that are not folded yet are searched as they were written, in lower case. */
const wordCondition = (word: string): SQL | undefined => {
  const [folded, lower] = [foldText(word), word.toLowerCase()]
  const isFound = like(cases.searchText, containsPattern(folded))
  return folded === lower
    ? isFound
    : or(isFound, and(isUnfolded(cases), like(cases.searchText, containsPattern(lower))))
}

/** Every word must occur in the search text. */
const searchCondition = (q: string): SQL | undefined => {
  const words = splitWords(stripUnstorableChars(q)).slice(0, MAX_WORDS)
  return and(...words.map(wordCondition))
}

const dueCondition = (due: DueFilter, now: Date, { zone }: CaseFilter): SQL | undefined => {
  const days = DUE_DAYS[due]
  if (days === undefined) return lt(cases.dueAt, now.toISOString())
  const [from, to] = getDueWindow(days, zone, now)
  return and(gte(cases.dueAt, from), lt(cases.dueAt, to))
}

type Facet = Exclude<keyof CaseFilter, 'kind' | 'states' | 'zone'>
type Conditions = {
  [F in Facet]: (value: NonNullable<CaseFilter[F]>, now: Date, filter: CaseFilter) => SQL | undefined
}

const CONDITIONS: Conditions = {
  assignee: (id) => (id === UNASSIGNED ? isNull(cases.assigneeId) : eq(cases.assigneeId, id)),
  group: (group) => eq(cases.groupId, group),
  priority: (least) => gte(cases.priority, least),
  due: dueCondition,
  from: (at) => gte(cases.createdAt, at),
  to: (at) => lt(cases.createdAt, at),
  minAmountCents: (cents) => gte(cases.amountCents, cents),
  maxAmountCents: (cents) => lte(cases.amountCents, cents),
  q: searchCondition,
}

const facetCondition = <F extends Facet>(facet: F, filter: CaseFilter, now: Date): SQL | undefined => {
  const value = filter[facet]
  return value === undefined ? undefined : CONDITIONS[facet](value as NonNullable<CaseFilter[F]>, now, filter)
}

const FACETS = Object.keys(CONDITIONS) as Facet[]

/** The conditions of a filter except those of its kind and states. */
const facetConditions = (filter: CaseFilter, now: Date): (SQL | undefined)[] =>
  FACETS.map((facet) => facetCondition(facet, filter, now))

/**
 * The condition of a filter except that of its kind.
 * @param now decides which cases are due
 */
export const toCondition = (filter: CaseFilter, now: Date): SQL | undefined =>
  and(filter.states && inArray(cases.state, filter.states), ...facetConditions(filter, now))

/** The open or the closed cases of one kind, which are the leading columns of every inbox index. */
const indexPartition = (filter: CaseFilter, kind: CaseKind, isOpen: boolean): SQL[] => {
  const states = (STATES_BY_KIND[kind] as readonly CaseState[]).filter(
    (state) => isTerminal(state) !== isOpen,
  )
  const wanted = states.filter((state) => filter.states?.includes(state) ?? true)
  if (wanted.length === 0) return []
  const stateCondition = wanted.length < states.length ? inArray(cases.state, wanted) : undefined
  const partition = and(eq(cases.kind, kind), eq(cases.isOpen, isOpen), stateCondition)
  return partition ? [partition] : []
}

/**
 * Splits a filter into disjoint conditions, each of which an index returns in order.
 * @param now decides which cases are due; a closed case is never due
 */
export const indexPartitions = (filter: CaseFilter, now: Date): SQL[] => {
  const kinds = filter.kind ? [filter.kind] : CASE_KINDS
  const openness = filter.due ? [true] : [true, false]
  const conditions = facetConditions(filter, now)
  return kinds
    .flatMap((kind) => openness.flatMap((isOpen) => indexPartition(filter, kind, isOpen)))
    .map((partition) => and(partition, ...conditions) ?? partition)
}
