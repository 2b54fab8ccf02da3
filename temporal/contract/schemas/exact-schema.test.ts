import { expect, it } from 'vitest'
import { z } from 'zod'
import { exactSchema } from './exact-schema'

interface Wire {
  ship: { id: string; dueAt?: string } | null
}
const id = z.string()
const dueAt = z.string().optional()
const ship = <S extends z.ZodType>(schema: S) => z.object({ ship: schema })

it('takes a schema that says what its type says, and refuses one that does not, when types are checked', () => {
  const same = exactSchema<Wire>()(ship(z.object({ id, dueAt }).nullable()))
  expect(same.safeParse({ ship: { id: 'a' } }).success).toBe(true)
  // @ts-expect-error: a member that may be absent is missing from the schema
  exactSchema<Wire>()(ship(z.object({ id }).nullable()))
  // @ts-expect-error: a member that the type does not have
  exactSchema<Wire>()(ship(z.object({ id, dueAt, more: id.optional() }).nullable()))
  // @ts-expect-error: never null
  exactSchema<Wire>()(ship(z.object({ id, dueAt })))
  // @ts-expect-error: another type
  exactSchema<Wire>()(ship(z.object({ id: z.number(), dueAt }).nullable()))
})
