/** Starting cases: once for each id, visible in lists before the first workflow task has run. */

import type { SearchAttributePair } from '@temporalio/common'
import type { ApprovalInput } from '../contract/approval'
import { type CaseKind, workflowIdOf } from '../contract/ids'
import type { CaseMemo } from '../contract/memo'
import { TASK_QUEUES, WORKFLOWS } from '../contract/messages'
import type { OrderInput } from '../contract/order'
import { indexedTitle, SEARCH_ATTRIBUTES } from '../contract/search-attributes'
import type { CaseState } from '../contract/states'
import type { approvalWorkflow, orderWorkflow } from '../workflows/index'
import { type Calls, within } from './connection'
import { asOutage, isNamed } from './failures'

const START_MS = 5_000

export type StartOutcome = 'started' | 'exists'

/** A pair of each attribute that is known before the workflow has spoken. Version 0: nothing was announced yet. */
const firstAttributes = (kind: CaseKind, state: CaseState, memo: CaseMemo): SearchAttributePair[] => [
  { key: SEARCH_ATTRIBUTES.kind, value: kind },
  { key: SEARCH_ATTRIBUTES.state, value: state },
  { key: SEARCH_ATTRIBUTES.title, value: indexedTitle(memo.title) },
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

/** With conflict policy FAIL the SDK tells a replay apart; with USE_EXISTING every replay looks new. */
const optionsFor = (kind: CaseKind, caseId: string, memo: CaseMemo, attributes: SearchAttributePair[]) => ({
  workflowId: workflowIdOf(caseId),
  taskQueue: TASK_QUEUES[kind],
  workflowIdReusePolicy: 'REJECT_DUPLICATE' as const,
  workflowIdConflictPolicy: 'FAIL' as const,
  memo: { ...memo },
  typedSearchAttributes: attributes,
})

const started = async (calls: Calls, start: () => Promise<unknown>): Promise<StartOutcome> => {
  try {
    await within(calls, START_MS, start)
    return 'started'
  } catch (error) {
    if (isNamed(error, 'WorkflowExecutionAlreadyStartedError')) return 'exists'
    throw asOutage(error)
  }
}

/**
 * Starts an order's workflow, within 5 s.
 * @throws Refusal TEMPORAL_UNAVAILABLE when it is not known to have started; a repeat is safe
 */
export const startOrder = (calls: Calls, input: OrderInput, memo: CaseMemo): Promise<StartOutcome> =>
  started(calls, () =>
    calls.client.workflow.start<typeof orderWorkflow>(WORKFLOWS.order, {
      ...optionsFor('order', input.orderId, memo, firstAttributes('order', 'PENDING', memo)),
      args: [input],
    }),
  )

/**
 * Starts a stand-alone approval, within 5 s.
 * @throws Refusal TEMPORAL_UNAVAILABLE when it is not known to have started; a repeat is safe
 */
export const startApproval = (calls: Calls, input: ApprovalInput, memo: CaseMemo): Promise<StartOutcome> =>
  started(calls, () =>
    calls.client.workflow.start<typeof approvalWorkflow>(WORKFLOWS.approval, {
      ...optionsFor('approval', input.approvalId, memo, [
        ...firstAttributes('approval', 'OPEN', memo),
        ...approvalAttributes(input),
      ]),
      args: [input],
    }),
  )
