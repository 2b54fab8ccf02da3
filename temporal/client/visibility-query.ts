/** From a filter to a Visibility query. Every value is checked or quoted: nothing of a caller is query text. */

import { Refusal } from '../contract/errors'
import type { CaseFilter, DueFilter } from '../contract/filter'
import { DUE_FILTERS, NOBODY } from '../contract/filter'
import { CASE_KINDS, isCaseId, workflowIdOf } from '../contract/ids'
import { indexedTitle, SEARCH_ATTRIBUTES } from '../contract/search-attributes'
import { isCaseState } from '../contract/states'
import { DAY_MS } from '../contract/time'

const MAX_WORDS = 10
const MAX_VALUE_LENGTH = 255

const { amountCents, assignee, dueAt, group, kind, priority, state, title } = SEARCH_ATTRIBUTES

const refuse = (field: string): never => {
  throw new Refusal('VALIDATION_FAILED', undefined, { field })
}

/** Control characters, and two that Temporal's stores read each in their own way; no id of ours holds one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNFIT = /[\u0000-\u001f\u007f\\"]/

/** A string literal of the query language, with quotes doubled. */
export const quoted = (value: string, field = 'value'): string => {
  if (value.length > MAX_VALUE_LENGTH || UNFIT.test(value)) refuse(field)
  return `'${value.replaceAll("'", "''")}'`
}

const integer = (value: number, field: string): number =>
  Number.isSafeInteger(value) ? value : refuse(field)

const instant = (value: string, field: string): string => {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? refuse(field) : `'${at.toISOString()}'`
}

const oneOf = <T extends string>(value: T, allowed: readonly T[], field: string): T =>
  allowed.includes(value) ? value : refuse(field)

const anyOf = (clauses: readonly string[]): string =>
  clauses.length === 1 ? (clauses[0] as string) : `(${clauses.join(' OR ')})`

const isIn = (name: string, values: readonly string[]): string =>
  `${name} IN (${values.map((value) => quoted(value)).join(', ')})`

/** Whole words of the title, any of them; the id of a case finds it and, for an order, its approval. */
const search = (q: string): string => {
  const id = q.trim().toLowerCase()
  if (isCaseId(id)) {
    const workflowId = quoted(workflowIdOf(id))
    return anyOf([`WorkflowId = ${workflowId}`, `ParentWorkflowId = ${workflowId}`])
  }
  const words = indexedTitle(q).split(' ').filter(Boolean).slice(0, MAX_WORDS)
  // Nothing that could be a word is in no title; an empty clause would list everything.
  return words.length === 0
    ? `WorkflowId = ''`
    : anyOf(words.map((word) => `${title.name} = ${quoted(word)}`))
}

const due = (filter: DueFilter, now: Date): string => {
  const at = (ms: number): string => `'${new Date(ms).toISOString()}'`
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS
  const clauses = {
    overdue: `${dueAt.name} < ${at(now.getTime())}`,
    today: `${dueAt.name} >= ${at(today)} AND ${dueAt.name} < ${at(today + DAY_MS)}`,
    week: `${dueAt.name} >= ${at(today)} AND ${dueAt.name} < ${at(today + 7 * DAY_MS)}`,
  } satisfies Record<DueFilter, string>
  return `${clauses[oneOf(filter, DUE_FILTERS, 'due')]} AND ExecutionStatus = 'Running'`
}

type Values = Required<CaseFilter>
type Clauses = { [F in keyof Values]: (value: Values[F], now: Date) => string }

const CLAUSES: Clauses = {
  kind: (value) => `${kind.name} = ${quoted(oneOf(value, CASE_KINDS, 'kind'))}`,
  states: (values) =>
    values.every(isCaseState) && values.length > 0 ? isIn(state.name, values) : refuse('states'),
  assignee: (value) =>
    value === NOBODY ? `${assignee.name} IS NULL` : `${assignee.name} = ${quoted(value, 'assignee')}`,
  group: (value) => `${group.name} = ${quoted(value, 'group')}`,
  priority: (value) => `${priority.name} >= ${integer(value, 'priority')}`,
  due,
  from: (value) => `StartTime >= ${instant(value, 'from')}`,
  to: (value) => `StartTime < ${instant(value, 'to')}`,
  minAmountCents: (value) => `${amountCents.name} >= ${integer(value, 'minAmountCents')}`,
  maxAmountCents: (value) => `${amountCents.name} <= ${integer(value, 'maxAmountCents')}`,
  q: search,
}

/** Cases only, and of a case that continued as new only its newest run. */
const BASE = [isIn(kind.name, CASE_KINDS), `ExecutionStatus != 'ContinuedAsNew'`]

const clauseOf = <F extends keyof Values>(field: F, filter: Partial<Values>, now: Date): string[] => {
  const value = filter[field]
  return value === undefined ? [] : [CLAUSES[field](value, now)]
}

/**
 * The Visibility query of a filter.
 * @throws Refusal VALIDATION_FAILED for a value that no filter of ours may hold
 */
export const visibilityQuery = (filter: CaseFilter, now = new Date()): string => {
  const fields = Object.keys(CLAUSES) as (keyof CaseFilter)[]
  return [...BASE, ...fields.flatMap((field) => clauseOf(field, filter, now))].join(' AND ')
}

/** The query of these cases, for a look at their versions. */
export const casesQuery = (caseIds: readonly string[]): string =>
  [...BASE, isIn('WorkflowId', caseIds.map(workflowIdOf))].join(' AND ')
