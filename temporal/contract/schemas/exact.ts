/** Ties a schema of an answer to its type, which is the wire's truth: neither can drift from the other unseen. */

import type { z } from 'zod'

/** `exact<T>()(schema)`: a type error where the schema allows what `T` does not, or `T` what the schema does not. */
export const exact =
  <T>() =>
  <S extends z.ZodType<T>>(schema: S & ([T] extends [z.output<S>] ? unknown : never)): S =>
    schema
