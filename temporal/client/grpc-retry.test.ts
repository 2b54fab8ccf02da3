import { expect, it } from 'vitest'
import { toRetryOptions } from './grpc-retry'
import { GRPC } from './temporal-errors'

const SERVICE = '/temporal.api.workflowservice.v1.WorkflowService'

/** True if a call that started `agoMs` ago and has 2 s is retried after `code`. */
const isRetried = (method: string, code: number, agoMs: number): boolean => {
  const startedAt = Date.now() - agoMs
  const { retryableDecider } = toRetryOptions(`${SERVICE}/${method}`, startedAt + 2_000, startedAt)
  return retryableDecider(1, { code, details: '', metadata: {} } as never)
}

it('retries a lost connection for 0.3 s in a read, 1.5 s in a write and never in an update', () => {
  const afterMs = (method: string) =>
    [0, 400, 1_600].map((agoMs) => isRetried(method, GRPC.UNAVAILABLE, agoMs))
  expect(afterMs('QueryWorkflow')).toEqual([true, false, false])
  expect(afterMs('StartWorkflowExecution')).toEqual([true, true, false])
  expect(afterMs('UpdateWorkflowExecution')).toEqual([false, false, false])
})

it('retries an exhausted resource until the deadline, and no other error', () => {
  expect(isRetried('QueryWorkflow', GRPC.RESOURCE_EXHAUSTED, 1_600)).toBe(true)
  expect(isRetried('QueryWorkflow', GRPC.RESOURCE_EXHAUSTED, 1_990)).toBe(false)
  expect(isRetried('QueryWorkflow', GRPC.NOT_FOUND, 0)).toBe(false)
})
