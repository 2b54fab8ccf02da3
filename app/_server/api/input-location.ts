/** Where the members of a call's input stand in its request. */

import { z } from 'zod'
import type { Endpoint } from '@/temporal/contract/schemas/endpoints/endpoint'

/** What the schema calls the key that arrives as a header. */
const KEY_MEMBER = { start: 'idempotencyKey', mutation: 'requestKey' } as const

export type InputLocation = 'path' | 'query' | 'body' | 'header'
export type Shape = Record<string, z.ZodType>

/** The object behind what is done before and after it is read. @throws Error where there is none */
const unwrapObject = (schema: z.core.$ZodType, id: string): z.ZodObject => {
  if (schema instanceof z.ZodObject) return schema
  if (!(schema instanceof z.ZodPipe)) throw new Error(`The input of ${id} is no object`)
  return unwrapObject(schema.in instanceof z.ZodTransform ? schema.out : schema.in, id)
}

/** The members of the input, by name, as they arrive. */
const getInputShape = ({ input, id }: Endpoint): Shape => unwrapObject(input, id).shape as Shape

/** Where `member` of the call's input stands. */
export const getInputLocation = ({ path, method, key }: Endpoint, member: string): InputLocation => {
  if (path.includes(`{${member}}`)) return 'path'
  if (key && member === KEY_MEMBER[key]) return 'header'
  return method === 'get' ? 'query' : 'body'
}

/** The members that stand in `place`. */
export const membersIn = (call: Endpoint, place: InputLocation): Shape =>
  Object.fromEntries(
    Object.entries(getInputShape(call)).filter(([member]) => getInputLocation(call, member) === place),
  )

/** The example's members that stand in `place`. */
export const exampleIn = (call: Endpoint, place: InputLocation): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries((call.example ?? {}) as object).filter(
      ([member]) => getInputLocation(call, member) === place,
    ),
  )

/** The key of the example's request, or null where the call takes none. */
export const exampleKey = (call: Endpoint): string | null =>
  (Object.values(exampleIn(call, 'header'))[0] as string | undefined) ?? null

/** An object of members, as a schema; null where there are none. */
export const toObjectSchema = (shape: Shape): z.ZodObject | null =>
  Object.keys(shape).length > 0 ? z.strictObject(shape) : null
