/** Converts a row of Temporal's list to a case. */

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

const protoToIso = (timestamp: Timestamp): string | null =>
  timestamp?.seconds
    ? new Date(Number(timestamp.seconds) * 1_000 + Math.floor((timestamp.nanos ?? 0) / 1e6)).toISOString()
    : null

/** Guessed from the state alone, because attributes such as "needs attention" are not indexed. */
const guessWaitingFor = (state: CaseState, isClosed: boolean): WaitingFor | null =>
  isClosed || isTerminal(state) ? null : (WAITING_FOR_BY_STATE[state] ?? 'system')

/** A Visibility row; `isClosed` tells the runs of one case apart. */
export interface VisibilityRow {
  item: BaseCaseItem
  isClosed: boolean
}

/** Typed access to the search attributes of a row. */
const readAttributes = (info: RawWorkflowExecutionInfo) => {
  const attributes = decodeFields(info.searchAttributes?.indexedFields)
  const read = (name: AttributeName): unknown => attributes[SEARCH_ATTRIBUTES[name].name]
  return {
    text: (name: AttributeName): string | null => {
      const value = read(name)
      return typeof value === 'string' && value !== '' ? value : null
    },
    integer: (name: AttributeName): number | null => {
      const value = read(name)
      return typeof value === 'number' ? value : null
    },
  }
}

const toItem = (info: RawWorkflowExecutionInfo, caseId: string): BaseCaseItem => {
  const kind = getCaseKind(caseId)
  const memo = parseMemo(decodeFields(info.memo?.fields))
  const { text, integer } = readAttributes(info)
  const state = text('state')
  const status = isCaseState(state) ? state : INITIAL_STATES[kind]
  const assigneeId = text('assignee')
  const createdAt = protoToIso(info.startTime) ?? new Date(0).toISOString()
  const closedAt = protoToIso(info.closeTime)
  const number = memo.number || toCaseNumber(caseId)
  const dueAt = text('dueAt')
  return {
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
    subject: null,
    amountCents: integer('amountCents'),
    currency: memo.currency,
    group: text('group'),
    priority: integer('priority') ?? 0,
    waitingFor: guessWaitingFor(status, closedAt !== null),
  }
}

/** The case of a list row; null where the workflow is no case. An assignee has its id as its name. */
export const parseVisibilityRow = (info: RawWorkflowExecutionInfo): VisibilityRow | null => {
  const caseId = parseWorkflowId(info.execution?.workflowId ?? '')
  if (caseId === null) return null
  return { item: toItem(info, caseId), isClosed: protoToIso(info.closeTime) !== null }
}

/**
 * Keeps one row for each case, because Visibility lists a run that was reset beside its successor: the open run, else
 * the newest.
 */
export const keepNewestRuns = (rows: readonly VisibilityRow[]): BaseCaseItem[] => {
  const byCase = new Map<string, VisibilityRow>()
  for (const row of rows) {
    const kept = byCase.get(row.item.caseId)
    const isNewer = !kept || (kept.isClosed && (!row.isClosed || row.item.createdAt > kept.item.createdAt))
    if (isNewer) byCase.set(row.item.caseId, row)
  }
  return [...byCase.values()].map(({ item }) => item)
}
