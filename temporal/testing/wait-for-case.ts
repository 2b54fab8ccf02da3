/** Reads, updates and waits for cases of a `TestStack`. */

import { randomBytes } from 'node:crypto'
import { queryView, signalCase } from '../client/case-handle'
import { executeUpdate, type UpdateOutcome } from '../client/execute-update'
import type { ApprovalView, DecideInput } from '../contract/cases/approval'
import type { OrderView } from '../contract/orders/order'
import { UPDATES, type UpdateName } from '../contract/temporal-names'
import { agent } from './test-cases'
import type { TestStack } from './test-stack'

export const queryOrder = async ({ temporal }: TestStack, orderId: string): Promise<OrderView> =>
  (await queryView(temporal, orderId)) as OrderView

export const queryApproval = async ({ temporal }: TestStack, approvalId: string): Promise<ApprovalView> =>
  (await queryView(temporal, approvalId)) as ApprovalView

/** Sends a signal to a case; see `signalCase`. */
export const signal = ({ temporal }: TestStack, caseId: string, name: string, payload: unknown) =>
  signalCase(temporal, caseId, name, payload)

/**
 * Sends an update under a new update id.
 * @throws AppError as the workflow gave it
 */
export const update = (
  { temporal }: TestStack,
  caseId: string,
  name: UpdateName,
  input: unknown,
): Promise<UpdateOutcome> =>
  executeUpdate(temporal, { caseId, name, input, updateId: `${name}:${randomBytes(8).toString('hex')}` })

/** Decides, as the agent `ana` by default. */
export const decide = (
  stack: TestStack,
  approvalId: string,
  input: Partial<DecideInput> & Pick<DecideInput, 'decision'>,
): Promise<UpdateOutcome> =>
  update(stack, approvalId, UPDATES.decide, { actor: agent('ana'), comment: null, ...input })

const WAIT_TIMEOUT_MS = 20_000
const POLL_INTERVAL_MS = 25

/**
 * Reads until `read` returns a truthy value; a read that fails is retried.
 * @throws Error after `timeoutMs`, with the last failure as its cause
 */
export const waitUntil = async <T>(
  read: () => Promise<T | null | undefined | false>,
  timeoutMs = WAIT_TIMEOUT_MS,
): Promise<T> => {
  const deadlineAt = Date.now() + timeoutMs
  let lastFailure: unknown = 'nothing was found'
  while (Date.now() < deadlineAt) {
    try {
      const found = await read()
      if (found) return found
    } catch (error) {
      lastFailure = error
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS))
  }
  throw new Error(`Nothing was found within ${timeoutMs} ms`, { cause: lastFailure })
}

/** The order's view once `matches` is true. */
export const waitForOrder = (
  stack: TestStack,
  orderId: string,
  matches: (order: OrderView) => boolean,
): Promise<OrderView> =>
  waitUntil(async () => {
    const order = await queryOrder(stack, orderId)
    return matches(order) && order
  })

/** Id of the approval that an order waits for, once the approval runs. */
export const waitForApprovalOf = async (stack: TestStack, orderId: string): Promise<string> => {
  const { approval } = await waitForOrder(stack, orderId, (order) => order.approval?.state === 'OPEN')
  const approvalId = approval?.approvalId ?? ''
  await waitUntil(() => queryApproval(stack, approvalId))
  return approvalId
}

/** Waits until a workflow has closed, its last projection write included. */
export const waitForEnd = async (stack: TestStack, workflowId: string): Promise<void> => {
  await stack.client.workflow.getHandle(workflowId).result()
}
