/** Converts a filter to a Visibility query. Every value is validated or quoted against injection. */

import type { CaseFilter, DueFilter } from '../contract/cases/case-filter'
import { DUE_FILTERS, UNASSIGNED } from '../contract/cases/case-filter'
import { CASE_KINDS, isCaseId, toWorkflowId } from '../contract/cases/case-ids'
import { DUE_DAYS, getDueWindow } from '../contract/cases/filter-days'
import { SEARCH_ATTRIBUTES, toIndexedTitle, toUnfoldedTitle } from '../contract/cases/search-attributes'
import { AppError } from '../contract/errors'
import { isCaseState } from '../contract/states'

const MAX_WORDS = 10
const MAX_VALUE_LENGTH = 255

const { amountCents, assignee, dueAt, group, kind, priority, state, title } = SEARCH_ATTRIBUTES

const rejectField = (field: string): never => {
  throw new AppError('VALIDATION_FAILED', undefined, { field })
}

/** Control characters, and two that Temporal's stores parse differently; none of our ids holds one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression matches them
const UNSAFE_CHARS = /[\u0000-\u001f\u007f\\"]/

/** A string literal of the query language, with quotes doubled. @throws AppError VALIDATION_FAILED */
export const quote = (value: string, field = 'value'): string => {
  if (value.length > MAX_VALUE_LENGTH || UNSAFE_CHARS.test(value)) rejectField(field)
  return `'${value.replaceAll("'", "''")}'`
}

const checkInteger = (value: number, field: string): number =>
  Number.isSafeInteger(value) ? value : rejectField(field)

const toInstant = (value: string, field: string): string => {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? rejectField(field) : `'${at.toISOString()}'`
}

const checkOneOf = <T extends string>(value: T, allowed: readonly T[], field: string): T =>
  allowed.includes(value) ? value : rejectField(field)

const joinWithOr = (clauses: readonly string[]): string =>
  clauses.length === 1 ? (clauses[0] as string) : `(${clauses.join(' OR ')})`

const toInClause = (name: string, values: readonly string[]): string =>
  `${name} IN (${values.map((value) => quote(value)).join(', ')})`

/** Matches any whole word of the title. The id of a case matches the case and, for an order, its approval. */
const searchClause = (q: string): string => {
  const id = q.trim().toLowerCase()
  if (isCaseId(id)) {
    const workflowId = quote(toWorkflowId(id))
    return joinWithOr([`WorkflowId = ${workflowId}`, `ParentWorkflowId = ${workflowId}`])
  }
  const spellings = [toIndexedTitle(q), toUnfoldedTitle(q)].map((title) =>
    title.split(' ').slice(0, MAX_WORDS),
  )
  const words = [...new Set(spellings.flat())].filter(Boolean)
  // A search without a word matches nothing; an empty clause would match everything.
  return words.length === 0
    ? `WorkflowId = ''`
    : joinWithOr(words.map((word) => `${title.name} = ${quote(word)}`))
}

const dueClause = (due: DueFilter, now: Date, { zone }: CaseFilter): string => {
  const days = DUE_DAYS[checkOneOf(due, DUE_FILTERS, 'due')]
  const running = `ExecutionStatus = 'Running'`
  if (days === undefined) return `${dueAt.name} < '${now.toISOString()}' AND ${running}`
  const [from, to] = getDueWindow(days, zone, now)
  return `${dueAt.name} >= '${from}' AND ${dueAt.name} < '${to}' AND ${running}`
}

type Values = Required<Omit<CaseFilter, 'zone'>>
type Clauses = { [F in keyof Values]: (value: Values[F], now: Date, filter: CaseFilter) => string }

const CLAUSES: Clauses = {
  kind: (value) => `${kind.name} = ${quote(checkOneOf(value, CASE_KINDS, 'kind'))}`,
  states: (values) =>
    values.every(isCaseState) && values.length > 0 ? toInClause(state.name, values) : rejectField('states'),
  assignee: (value) =>
    value === UNASSIGNED ? `${assignee.name} IS NULL` : `${assignee.name} = ${quote(value, 'assignee')}`,
  group: (value) => `${group.name} = ${quote(value, 'group')}`,
  priority: (value) => `${priority.name} >= ${checkInteger(value, 'priority')}`,
  due: dueClause,
  from: (value) => `StartTime >= ${toInstant(value, 'from')}`,
  to: (value) => `StartTime < ${toInstant(value, 'to')}`,
  minAmountCents: (value) => `${amountCents.name} >= ${checkInteger(value, 'minAmountCents')}`,
  maxAmountCents: (value) => `${amountCents.name} <= ${checkInteger(value, 'maxAmountCents')}`,
  q: searchClause,
}

/** Our cases only, and only the newest run of a case that continued as new. */
const BASE_CLAUSES = [toInClause(kind.name, CASE_KINDS), `ExecutionStatus != 'ContinuedAsNew'`]

const toClauses = <F extends keyof Values>(field: F, filter: CaseFilter, now: Date): string[] => {
  const value = filter[field] as Values[F] | undefined
  return value === undefined ? [] : [CLAUSES[field](value, now, filter)]
}

/**
 * The Visibility query of a filter.
 * @throws AppError VALIDATION_FAILED for an invalid value
 */
export const toVisibilityQuery = (filter: CaseFilter, now = new Date()): string => {
  const fields = Object.keys(CLAUSES) as (keyof Values)[]
  return [...BASE_CLAUSES, ...fields.flatMap((field) => toClauses(field, filter, now))].join(' AND ')
}

/** The Visibility query of these cases. */
export const toCasesQuery = (caseIds: readonly string[]): string =>
  [...BASE_CLAUSES, toInClause('WorkflowId', caseIds.map(toWorkflowId))].join(' AND ')
