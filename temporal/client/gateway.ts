/** The only door to Temporal for everything outside its workers. */

import type { ApprovalInput } from '../contract/cases/approval'
import type { WorkflowView } from '../contract/cases/case'
import type { CaseFilter } from '../contract/cases/case-filter'
import type { CaseMemo } from '../contract/cases/case-memo'
import type { OrderInput } from '../contract/orders/order'
import type { UpdateName } from '../contract/temporal-names'
import { getMemo, isCurrentRun, queryView, signalCase } from './case-handle'
import { checkHealth, countPollers } from './check-health'
import { connectLazily, type TemporalConnection } from './connection'
import { executeUpdate, type UpdateOutcome } from './execute-update'
import { type StartOutcome, startApproval, startOrder } from './start-case'
import type { TemporalSettings } from './temporal-settings'
import {
  countByVisibility,
  getIndexedVersions,
  listByVisibility,
  type VisibilityPage,
} from './visibility-list'

/**
 * Every call has a deadline and ends with an answer or a `AppError`: NOT_FOUND where there is no such case,
 * TEMPORAL_UNAVAILABLE where Temporal did not serve it.
 */
export interface TemporalGateway {
  startOrder(input: OrderInput, memo: CaseMemo): Promise<StartOutcome>
  startApproval(input: ApprovalInput, memo: CaseMemo): Promise<StartOutcome>
  getMemo(caseId: string): Promise<CaseMemo | null>
  queryView(caseId: string): Promise<WorkflowView>
  executeUpdate(caseId: string, name: UpdateName, input: unknown, updateId: string): Promise<UpdateOutcome>
  signalCase(caseId: string, name: string, payload: unknown): Promise<'delivered' | 'gone'>
  listByVisibility(
    filter: CaseFilter,
    pageSize: number,
    pageToken: Uint8Array | null,
  ): Promise<VisibilityPage>
  countByVisibility(filter: CaseFilter): Promise<number>
  getIndexedVersions(caseIds: readonly string[]): Promise<Map<string, number>>
  isCurrentRun(workflowId: string, runId: string): Promise<boolean>
  checkHealth(): Promise<{ latencyMs: number }>
  countPollers(queue: string): Promise<number>
  close(): Promise<void>
}

/** A gateway over a connection that others use too. */
export const toGateway = (calls: TemporalConnection): TemporalGateway => ({
  startOrder: (input, memo) => startOrder(calls, input, memo),
  startApproval: (input, memo) => startApproval(calls, input, memo),
  getMemo: (caseId) => getMemo(calls, caseId),
  queryView: (caseId) => queryView(calls, caseId),
  executeUpdate: (caseId, name, input, updateId) => executeUpdate(calls, { caseId, name, input, updateId }),
  signalCase: (caseId, name, payload) => signalCase(calls, caseId, name, payload),
  listByVisibility: (filter, pageSize, pageToken) => listByVisibility(calls, filter, pageSize, pageToken),
  countByVisibility: (filter) => countByVisibility(calls, filter),
  getIndexedVersions: (caseIds) => getIndexedVersions(calls, caseIds),
  isCurrentRun: (workflowId, runId) => isCurrentRun(calls, workflowId, runId),
  checkHealth: () => checkHealth(calls),
  countPollers: (queue) => countPollers(calls, queue),
  close: () => calls.connection.close(),
})

/** A gateway that connects at its first call and again after every loss; making one never fails for an outage. */
export const createGateway = (settings: TemporalSettings): TemporalGateway =>
  toGateway(connectLazily(settings))
