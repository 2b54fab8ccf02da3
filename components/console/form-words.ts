/** What a form keeps of what was typed, so that a refusal loses nothing. Secrets are never among it. */

import type { ActionResult } from '@/temporal/contract/problem'

export type Typed = Readonly<Record<string, readonly string[]>>

/** An answer with the words that led to it; null before the first. */
export type Kept<T = unknown> = (ActionResult<T> & { typed: Typed }) | null
export type KeepingAction<T = unknown> = (before: unknown, form: FormData) => Promise<Kept<T>>

/** What stands in a field: what was typed before a refusal, else `start`. */
export const fieldWords = (kept: Kept, name: string, start = ''): string =>
  kept && !kept.ok ? (kept.typed[name]?.[0] ?? '') : start

/** Which boxes are ticked. */
export const fieldBoxes = (kept: Kept, name: string, start: readonly string[] = []): readonly string[] =>
  kept && !kept.ok ? (kept.typed[name] ?? []) : start

/** Changes with every answer: fields that are drawn anew show what was kept. */
export const fieldsKey = (kept: Kept): string =>
  kept === null ? 'first' : kept.ok ? 'done' : kept.problem.requestId
