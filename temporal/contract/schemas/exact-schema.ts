/** Ties a schema of an answer to its type, which is the wire's truth: neither can drift from the other unseen. */

import type { z } from 'zod'

/** With every member required, so that one which may be absent is missed too. */
type DeepRequired<T> = T extends object ? { [K in keyof T]-?: DeepRequired<T[K]> } : T
/** The same under another name: two uses of one name are compared by what they are made of, where it would not show. */
type DeepRequiredAgain<T> = T extends object ? { [K in keyof T]-?: DeepRequiredAgain<T[K]> } : T

/** `unknown` where neither type has a member that the other has not, else `never`. */
type IfSame<A, B> = [A, DeepRequired<A>, DeepRequired<B>] extends [
  B,
  DeepRequiredAgain<B>,
  DeepRequiredAgain<A>,
]
  ? unknown
  : never

/** `exact<T>()(schema)`: a type error where the schema allows what `T` does not, or `T` what the schema does not. */
export const exactSchema =
  <T>() =>
  <S extends z.ZodType<T>>(schema: S & IfSame<T, z.output<S>>): S =>
    schema
