/** Starts cases: once for each id, with search attributes that list them before the first workflow task. */

import type { SearchAttributePair } from '@temporalio/common'
import type { ApprovalInput } from '../contract/cases/approval'
import { type CaseKind, toWorkflowId } from '../contract/cases/case-ids'
import type { CaseMemo } from '../contract/cases/case-memo'
import { SEARCH_ATTRIBUTES, toIndexedTitle } from '../contract/cases/search-attributes'
import type { OrderInput } from '../contract/orders/order'
import { INITIAL_STATES } from '../contract/states'
import { TASK_QUEUES, WORKFLOWS } from '../contract/temporal-names'
import type { approvalWorkflow, orderWorkflow } from '../workflows'
import { type TemporalConnection, withDeadline } from './connection'
import { hasErrorName, toOutageError } from './temporal-errors'

const START_MS = 5_000

export type StartOutcome = 'started' | 'exists'

/** The search attributes that are known before the workflow runs. Version 0 precedes the first recorded change. */
const initialAttributes = (kind: CaseKind, memo: CaseMemo): SearchAttributePair[] => [
  { key: SEARCH_ATTRIBUTES.kind, value: kind },
  { key: SEARCH_ATTRIBUTES.state, value: INITIAL_STATES[kind] },
  { key: SEARCH_ATTRIBUTES.title, value: toIndexedTitle(memo.title) },
  { key: SEARCH_ATTRIBUTES.version, value: 0 },
]

const approvalAttributes = ({ amountCents, policy, priority }: ApprovalInput): SearchAttributePair[] => [
  { key: SEARCH_ATTRIBUTES.group, value: policy.group },
  { key: SEARCH_ATTRIBUTES.priority, value: priority },
  ...(amountCents === null ? [] : [{ key: SEARCH_ATTRIBUTES.amountCents, value: amountCents }]),
  ...(policy.deadlineMs === null
    ? []
    : [{ key: SEARCH_ATTRIBUTES.dueAt, value: new Date(Date.now() + policy.deadlineMs) }]),
]

/** Conflict policy FAIL, because with USE_EXISTING the SDK reports every repeated start as new. */
const toStartOptions = (
  kind: CaseKind,
  caseId: string,
  memo: CaseMemo,
  attributes: SearchAttributePair[],
) => ({
  workflowId: toWorkflowId(caseId),
  taskQueue: TASK_QUEUES[kind],
  workflowIdReusePolicy: 'REJECT_DUPLICATE' as const,
  workflowIdConflictPolicy: 'FAIL' as const,
  memo: { ...memo },
  typedSearchAttributes: attributes,
})

const startOnce = async (
  temporal: TemporalConnection,
  start: () => Promise<unknown>,
): Promise<StartOutcome> => {
  try {
    await withDeadline(temporal, START_MS, start)
    return 'started'
  } catch (error) {
    if (hasErrorName(error, 'WorkflowExecutionAlreadyStartedError')) return 'exists'
    throw toOutageError(error)
  }
}

/**
 * Starts an order's workflow, within 5 s.
 * @throws AppError TEMPORAL_UNAVAILABLE when it is not known to have started; a repeat is safe
 */
export const startOrderWorkflow = (
  temporal: TemporalConnection,
  input: OrderInput,
  memo: CaseMemo,
): Promise<StartOutcome> =>
  startOnce(temporal, () =>
    temporal.client.workflow.start<typeof orderWorkflow>(WORKFLOWS.order, {
      ...toStartOptions('order', input.orderId, memo, initialAttributes('order', memo)),
      args: [input],
    }),
  )

/**
 * Starts a stand-alone approval, within 5 s.
 * @throws AppError TEMPORAL_UNAVAILABLE when it is not known to have started; a repeat is safe
 */
export const startApprovalWorkflow = (
  temporal: TemporalConnection,
  input: ApprovalInput,
  memo: CaseMemo,
): Promise<StartOutcome> =>
  startOnce(temporal, () =>
    temporal.client.workflow.start<typeof approvalWorkflow>(WORKFLOWS.approval, {
      ...toStartOptions('approval', input.approvalId, memo, [
        ...initialAttributes('approval', memo),
        ...approvalAttributes(input),
      ]),
      args: [input],
    }),
  )
