/** From Temporal's list row to a case of ours. */

import type { RawWorkflowExecutionInfo } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'
import type { BaseCaseItem } from '../contract/cases/case'
import { getCaseKind, parseWorkflowId, toCaseNumber } from '../contract/cases/case-ids'
import { SEARCH_ATTRIBUTES } from '../contract/cases/search-attributes'
import {
  type CaseState,
  INITIAL_STATES,
  isCaseState,
  isTerminal,
  WAITING_FOR_BY_STATE,
  type WaitingFor,
} from '../contract/states'
import { parseMemo } from './parse-memo'

type Fields = NonNullable<NonNullable<RawWorkflowExecutionInfo['memo']>['fields']>
type Timestamp = RawWorkflowExecutionInfo['startTime']
type AttributeName = keyof typeof SEARCH_ATTRIBUTES

const decodeFields = (fields: Fields | null | undefined): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields ?? {}).map(([name, payload]) => [
      name,
      defaultPayloadConverter.fromPayload<unknown>(payload),
    ]),
  )

const toIso = (timestamp: Timestamp): string | null =>
  timestamp?.seconds
    ? new Date(Number(timestamp.seconds) * 1_000 + Math.floor((timestamp.nanos ?? 0) / 1e6)).toISOString()
    : null

/** A guess from the state alone: marks such as "needs attention" are not indexed. */
const guessWaitingFor = (state: CaseState, isClosed: boolean): WaitingFor | null =>
  isClosed || isTerminal(state) ? null : (WAITING_FOR_BY_STATE[state] ?? 'system')

/** A row of Visibility with what is needed to tell runs of one case apart. */
export interface VisibilityRow {
  item: BaseCaseItem
  isClosed: boolean
}

/** The case of a list row, or null where the workflow is none of ours. People are known by id alone. */
export const parseVisibilityRow = (info: RawWorkflowExecutionInfo): VisibilityRow | null => {
  const caseId = parseWorkflowId(info.execution?.workflowId ?? '')
  if (caseId === null) return null
  const kind = getCaseKind(caseId)
  const memo = parseMemo(decodeFields(info.memo?.fields))
  const attributes = decodeFields(info.searchAttributes?.indexedFields)
  const attribute = (name: AttributeName): unknown => attributes[SEARCH_ATTRIBUTES[name].name]
  const text = (name: AttributeName): string | null => {
    const value = attribute(name)
    return typeof value === 'string' && value !== '' ? value : null
  }
  const integer = (name: AttributeName): number | null => {
    const value = attribute(name)
    return typeof value === 'number' ? value : null
  }
  const stated = text('state')
  const status = isCaseState(stated) ? stated : INITIAL_STATES[kind]
  const assigneeId = text('assignee')
  const createdAt = toIso(info.startTime) ?? new Date(0).toISOString()
  const closedAt = toIso(info.closeTime)
  const number = memo.number || toCaseNumber(caseId)
  const dueAt = text('dueAt')
  const item: BaseCaseItem = {
    caseId,
    caseTitle: memo.title || text('title') || number,
    kind,
    status,
    submitter: memo.submitter ? [{ name: memo.submitter }] : [],
    assignee: assigneeId ? [{ id: assigneeId, name: assigneeId }] : [],
    createdAt,
    updatedAt: closedAt ?? createdAt,
    dueAt: dueAt && new Date(dueAt).toISOString(),
    version: integer('version') ?? 0,
    number,
    amountCents: integer('amountCents'),
    currency: memo.currency,
    group: text('group'),
    priority: integer('priority') ?? 0,
    waitingFor: guessWaitingFor(status, closedAt !== null),
  }
  return { item, isClosed: closedAt !== null }
}

/**
 * One entry for each case: a run that was reset stands in the list beside its successor. The open run is the current
 * one, else the newest.
 */
export const keepNewestRuns = (rows: readonly VisibilityRow[]): BaseCaseItem[] => {
  const byCase = new Map<string, VisibilityRow>()
  for (const row of rows) {
    const other = byCase.get(row.item.caseId)
    const isNewer = !other || (other.isClosed && (!row.isClosed || row.item.createdAt > other.item.createdAt))
    if (isNewer) byCase.set(row.item.caseId, row)
  }
  return [...byCase.values()].map(({ item }) => item)
}
