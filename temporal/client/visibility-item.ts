/** From Temporal's list row to a case of ours. */

import type { RawWorkflowExecutionInfo } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'
import type { CaseEntry, WaitingFor } from '../contract/case'
import { type CaseKind, caseIdOf, kindOf, numberOf } from '../contract/ids'
import { SEARCH_ATTRIBUTES } from '../contract/search-attributes'
import { type CaseState, isCaseState, isTerminal } from '../contract/states'
import { memoFrom } from './memo'

type Fields = NonNullable<NonNullable<RawWorkflowExecutionInfo['memo']>['fields']>
type Timestamp = RawWorkflowExecutionInfo['startTime']
type AttributeName = keyof typeof SEARCH_ATTRIBUTES

const FIRST_STATE = { order: 'PENDING', approval: 'OPEN' } as const satisfies Record<CaseKind, CaseState>

const decoded = (fields: Fields | null | undefined): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields ?? {}).map(([name, payload]) => [
      name,
      defaultPayloadConverter.fromPayload<unknown>(payload),
    ]),
  )

const isoOf = (timestamp: Timestamp): string | null =>
  timestamp?.seconds
    ? new Date(Number(timestamp.seconds) * 1_000 + Math.floor((timestamp.nanos ?? 0) / 1e6)).toISOString()
    : null

/** What a list row says is a guess from the state alone: marks such as "needs attention" are not indexed. */
const WAITS: Partial<Record<CaseState, WaitingFor>> = {
  OPEN: 'approver',
  CLAIMED: 'approver',
  WAITING_FOR_INFO: 'customer',
  AWAITING_APPROVAL: 'approver',
  AWAITING_CUSTOMER: 'customer',
  PROCESSING_PAYMENT: 'payment',
  SHIPPED: 'carrier',
}

const waitingFor = (state: CaseState, isClosed: boolean): WaitingFor | null =>
  isClosed || isTerminal(state) ? null : (WAITS[state] ?? 'system')

/** A row of Visibility with what is needed to tell runs of one case apart. */
export interface ListedCase {
  item: CaseEntry
  isClosed: boolean
}

/** The case of a list row, or null where the workflow is none of ours. People are known by id alone. */
export const listedCase = (info: RawWorkflowExecutionInfo): ListedCase | null => {
  const caseId = caseIdOf(info.execution?.workflowId ?? '')
  if (caseId === null) return null
  const kind = kindOf(caseId)
  const memo = memoFrom(decoded(info.memo?.fields))
  const attributes = decoded(info.searchAttributes?.indexedFields)
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
  const status = isCaseState(stated) ? stated : FIRST_STATE[kind]
  const assigneeId = text('assignee')
  const createdAt = isoOf(info.startTime) ?? new Date(0).toISOString()
  const closedAt = isoOf(info.closeTime)
  const number = memo.number || numberOf(caseId)
  const dueAt = text('dueAt')
  const item: CaseEntry = {
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
    waitingFor: waitingFor(status, closedAt !== null),
  }
  return { item, isClosed: closedAt !== null }
}

/**
 * One entry for each case: a run that was reset stands in the list beside its successor. The open run is the current
 * one, else the newest.
 */
export const newestRuns = (rows: readonly ListedCase[]): CaseEntry[] => {
  const byCase = new Map<string, ListedCase>()
  for (const row of rows) {
    const other = byCase.get(row.item.caseId)
    const isNewer = !other || (other.isClosed && (!row.isClosed || row.item.createdAt > other.item.createdAt))
    if (isNewer) byCase.set(row.item.caseId, row)
  }
  return [...byCase.values()].map(({ item }) => item)
}
