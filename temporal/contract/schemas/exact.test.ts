import { expect, it } from 'vitest'
import { z } from 'zod'
import { exact } from './exact'

interface Wire {
  ship: { id: string; dueAt?: string } | null
}
const id = z.string()
const dueAt = z.string().optional()
const ship = <S extends z.ZodType>(schema: S) => z.object({ ship: schema })

it('takes a schema that says what its type says, and refuses one that does not, when types are checked', () => {
  const same = exact<Wire>()(ship(z.object({ id, dueAt }).nullable()))
  expect(same.safeParse({ ship: { id: 'a' } }).success).toBe(true)
  // @ts-expect-error: a member that may be absent is missing from the schema
  exact<Wire>()(ship(z.object({ id }).nullable()))
  // @ts-expect-error: a member that the type does not have
  exact<Wire>()(ship(z.object({ id, dueAt, more: id.optional() }).nullable()))
  // @ts-expect-error: never null
  exact<Wire>()(ship(z.object({ id, dueAt })))
  // @ts-expect-error: another type
  exact<Wire>()(ship(z.object({ id: z.number(), dueAt }).nullable()))
})
