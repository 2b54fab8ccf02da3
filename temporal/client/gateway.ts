/** The only door to Temporal for everything outside its workers. */

import type { ApprovalInput } from '../contract/approval'
import type { View } from '../contract/case'
import type { CaseFilter } from '../contract/filter'
import type { CaseMemo } from '../contract/memo'
import type { UpdateName } from '../contract/messages'
import type { OrderInput } from '../contract/order'
import { type Calls, openCalls } from './connection'
import { health, pollers } from './health'
import { count, type ListedPage, list, versionsOf } from './list'
import { isCurrentRun, memoOf, queryView, signal } from './one-case'
import type { TemporalSettings } from './settings'
import { type StartOutcome, startApproval, startOrder } from './start'
import { type UpdateOutcome, update } from './update'

/**
 * Every call has a deadline and ends with an answer or a `Refusal`: NOT_FOUND where there is no such case,
 * TEMPORAL_UNAVAILABLE where Temporal did not serve it.
 */
export interface TemporalGateway {
  startOrder(input: OrderInput, memo: CaseMemo): Promise<StartOutcome>
  startApproval(input: ApprovalInput, memo: CaseMemo): Promise<StartOutcome>
  memoOf(caseId: string): Promise<CaseMemo | null>
  queryView(caseId: string): Promise<View>
  update(caseId: string, name: UpdateName, input: unknown, updateId: string): Promise<UpdateOutcome>
  signal(caseId: string, name: string, payload: unknown): Promise<'delivered' | 'gone'>
  list(filter: CaseFilter, pageSize: number, pageToken: Uint8Array | null): Promise<ListedPage>
  count(filter: CaseFilter): Promise<number>
  versionsOf(caseIds: readonly string[]): Promise<Map<string, number>>
  isCurrentRun(workflowId: string, runId: string): Promise<boolean>
  health(): Promise<{ latencyMs: number }>
  pollers(queue: string): Promise<number>
  close(): Promise<void>
}

/** A gateway over a connection that others use too. */
export const gatewayOver = (calls: Calls): TemporalGateway => ({
  startOrder: (input, memo) => startOrder(calls, input, memo),
  startApproval: (input, memo) => startApproval(calls, input, memo),
  memoOf: (caseId) => memoOf(calls, caseId),
  queryView: (caseId) => queryView(calls, caseId),
  update: (caseId, name, input, updateId) => update(calls, { caseId, name, input, updateId }),
  signal: (caseId, name, payload) => signal(calls, caseId, name, payload),
  list: (filter, pageSize, pageToken) => list(calls, filter, pageSize, pageToken),
  count: (filter) => count(calls, filter),
  versionsOf: (caseIds) => versionsOf(calls, caseIds),
  isCurrentRun: (workflowId, runId) => isCurrentRun(calls, workflowId, runId),
  health: () => health(calls),
  pollers: (queue) => pollers(calls, queue),
  close: () => calls.connection.close(),
})

/** A gateway that connects at its first call and again after every loss; making one never fails for an outage. */
export const createGateway = (settings: TemporalSettings): TemporalGateway => gatewayOver(openCalls(settings))
