/** Where the members of an endpoint's input are in its request. */

import { z } from 'zod'
import type { Endpoint } from '@/temporal/contract/schemas/endpoints/endpoint'

/** Name of the schema's member for the idempotency key, which arrives as a header. */
const KEY_MEMBER = { start: 'idempotencyKey', mutation: 'requestKey' } as const

export type InputLocation = 'path' | 'query' | 'body' | 'header'
export type Shape = Record<string, z.ZodType>

/** The object schema inside transforms and refinements. @throws Error where there is none */
const unwrapObject = (schema: z.core.$ZodType, id: string): z.ZodObject => {
  if (schema instanceof z.ZodObject) return schema
  if (!(schema instanceof z.ZodPipe)) throw new Error(`The input of ${id} is no object`)
  return unwrapObject(schema.in, id)
}

/** The members of the input, by name, before transforms. */
const getInputShape = ({ input, id }: Endpoint): Shape => unwrapObject(input, id).shape as Shape

/** Location of `member` in the request. */
export const getInputLocation = ({ path, method, key }: Endpoint, member: string): InputLocation => {
  if (path.includes(`{${member}}`)) return 'path'
  if (key && member === KEY_MEMBER[key]) return 'header'
  return method === 'get' ? 'query' : 'body'
}

/** The members of the input in `place`. */
export const membersIn = (endpoint: Endpoint, place: InputLocation): Shape =>
  Object.fromEntries(
    Object.entries(getInputShape(endpoint)).filter(
      ([member]) => getInputLocation(endpoint, member) === place,
    ),
  )

/** The members of the example in `place`. */
export const exampleIn = (endpoint: Endpoint, place: InputLocation): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries((endpoint.example ?? {}) as object).filter(
      ([member]) => getInputLocation(endpoint, member) === place,
    ),
  )

/** The idempotency key of the example, or null where the endpoint has none. */
export const exampleKey = (endpoint: Endpoint): string | null =>
  (Object.values(exampleIn(endpoint, 'header'))[0] as string | undefined) ?? null

/** An object schema of members; null where there are none. */
export const toObjectSchema = (shape: Shape): z.ZodObject | null =>
  Object.keys(shape).length > 0 ? z.strictObject(shape) : null
