/**
 * What is known of the request that is being served: its log lines and counters take it from here. The store hangs on
 * `globalThis`, since a build holds several copies of this module.
 */

import { AsyncLocalStorage } from 'node:async_hooks'
import type { Actor } from '../../../../temporal/contract/auth/actor'
import { isCaseId, toWorkflowId } from '../../../../temporal/contract/cases/case-ids'

export interface RequestLogContext {
  requestId: string
  traceId?: string | undefined
  role?: Actor['role']
  actorId?: string
  caseId?: string
  workflowId?: string
  /** Code of the refusal that was answered. */
  code?: string
  /** What was thrown, for the log alone. */
  error?: unknown
}

const KEY = Symbol.for('action-center.request')
const globals = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<RequestLogContext> }

const store = (): AsyncLocalStorage<RequestLogContext> => {
  globals[KEY] ??= new AsyncLocalStorage()
  return globals[KEY]
}

/** Makes `facts` those of everything that the current event of the server leads to. */
export const enterRequestLogContext = (facts: RequestLogContext): void => store().enterWith(facts)

/** Adds to what is known of the current request; outside of one it does nothing. */
export const addLogFields = (facts: Partial<RequestLogContext>): void => {
  Object.assign(store().getStore() ?? {}, facts)
}

/** Role and id of who asks; never their name. */
export const addActorLogFields = ({ actor }: { actor: Actor | null }): void => {
  if (actor) addLogFields({ role: actor.role, actorId: actor.id })
}

/** The case that an input or an answer is about, where it names one. */
export const addCaseLogFields = (subject: unknown): void => {
  if (typeof subject !== 'object' || subject === null) return
  const { caseId, orderId, order } = subject as Record<string, unknown>
  const id = caseId ?? orderId ?? (order as { orderId?: unknown } | undefined)?.orderId
  if (typeof id === 'string' && isCaseId(id)) addLogFields({ caseId: id, workflowId: toWorkflowId(id) })
}

/** What every log line of the current request says. */
export const getLogFields = (): Record<string, unknown> => {
  const { requestId, traceId, caseId, workflowId } = store().getStore() ?? {}
  return { requestId, traceId, caseId, workflowId }
}
