/**
 * Log fields of the current request. The store is kept on `globalThis`, since a build holds several copies of this
 * module.
 */

import { AsyncLocalStorage } from 'node:async_hooks'
import { currentTraceId } from '../../../../temporal/client/in-span'
import type { Actor } from '../../../../temporal/contract/auth/actor'
import { isCaseId, toWorkflowId } from '../../../../temporal/contract/cases/case-ids'

export interface RequestLogContext {
  requestId: string
  traceId?: string | undefined
  role?: Actor['role']
  actorId?: string
  caseId?: string
  workflowId?: string
  /** Error code of the response. */
  code?: string
  /** The error that was thrown; logged, never sent. */
  error?: unknown
}

const KEY = Symbol.for('action-center.request')
const globals = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<RequestLogContext> }

const store = (): AsyncLocalStorage<RequestLogContext> => {
  globals[KEY] ??= new AsyncLocalStorage()
  return globals[KEY]
}

/** Sets the log fields of the current asynchronous context. */
export const enterRequestLogContext = (facts: RequestLogContext): void => store().enterWith(facts)

/** Adds log fields to the current request. Outside of a request it has no effect. */
export const addLogFields = (facts: Partial<RequestLogContext>): void => {
  Object.assign(store().getStore() ?? {}, facts)
}

/** Adds role and id of the caller, never the name. */
export const addActorLogFields = ({ actor }: { actor: Actor | null }): void => {
  if (actor) addLogFields({ role: actor.role, actorId: actor.id })
}

/** Adds the case id in an input or output, if there is one. */
export const addCaseLogFields = (subject: unknown): void => {
  if (typeof subject !== 'object' || subject === null) return
  const { caseId, orderId, order } = subject as Record<string, unknown>
  const id = caseId ?? orderId ?? (order as { orderId?: unknown } | undefined)?.orderId
  if (typeof id === 'string' && isCaseId(id)) addLogFields({ caseId: id, workflowId: toWorkflowId(id) })
}

/** The fields of every log line of the current request. */
export const getLogFields = (): Record<string, unknown> => {
  const { requestId, traceId, caseId, workflowId } = store().getStore() ?? {}
  return { requestId, traceId, caseId, workflowId }
}

/** Logs the trace id; a request without `traceparent` begins a trace of its own. */
export const addTraceLogFields = (): void => {
  const traceId = currentTraceId()
  if (traceId) addLogFields({ traceId })
}
