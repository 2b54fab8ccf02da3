import type { Actor } from '@/temporal/contract/auth/actor'
import type { PageAction } from './form-action'

type Bound<A> = A extends (actingAs: string, ...form: infer F) => infer R ? (...form: F) => R : never

/** Actions of a page that is drawn for `viewer`: pressed under another session they are refused. */
export const actingAs = <A extends Record<string, PageAction<unknown>>>(
  viewer: Actor,
  actions: A,
): { [Name in keyof A]: Bound<A[Name]> } =>
  Object.fromEntries(
    Object.entries(actions).map(([name, action]) => [name, action.bind(null, viewer.id)]),
  ) as { [Name in keyof A]: Bound<A[Name]> }
