'use client'

/** Whether the browser is still signed in as the account that this page was drawn for, as the last answer says. */

import { useSyncExternalStore } from 'react'
import type { Problem } from '@/temporal/contract/problem'

/** `ended`: nobody is signed in. `changed`: somebody else is. */
export type SessionState = { kind: 'current' } | { kind: 'ended' } | { kind: 'changed'; name: string }

const CURRENT: SessionState = { kind: 'current' }
const ENDED: SessionState = { kind: 'ended' }

let state: SessionState = CURRENT
const listeners = new Set<() => void>()

const setState = (next: SessionState): void => {
  if (next.kind === state.kind && JSON.stringify(next) === JSON.stringify(state)) return
  state = next
  for (const listener of listeners) listener()
}

/** The state that a problem tells of; null for any other problem. */
export const toSessionState = (problem: Problem | null): SessionState | null => {
  if (problem?.code === 'SESSION_ENDED') return ENDED
  if (problem?.code !== 'SESSION_CHANGED') return null
  return { kind: 'changed', name: (problem.signedInAs as { name: string }).name }
}

/** True while the last answer was for the account of this page. */
export const isSessionCurrent = (): boolean => state.kind === 'current'

/** Takes note of a refusal. */
export const reportProblem = (problem: Problem | null): void => {
  const next = toSessionState(problem)
  if (next) setState(next)
}

/** Takes note of an answer that only the account of this page gets. */
export const reportSuccess = (): void => setState(CURRENT)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The state; renders again when it changes. */
export const useSessionState = (): SessionState =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => CURRENT,
  )

/** `problem`, or null where it only said that the session was not this page's, and now it is again. */
export const useOpenProblem = (problem: Problem | null): Problem | null => {
  const { kind } = useSessionState()
  return kind === 'current' && toSessionState(problem) ? null : problem
}
