/** Sends two bodies under one idempotency key to route handlers. */

import { randomUUID } from 'node:crypto'
import { generateApiToken, hashToken } from '@/app/_server/auth/tokens'
import { insertToken } from '@/db/queries/auth/api-tokens'
import type { Role } from '@/temporal/contract/auth/actor'
import type { TestWeb } from './test-web'

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
export type Body = Record<string, unknown>

/** Adds an account with a token. @returns the token */
export const addToken = async (web: TestWeb, role: Role): Promise<string> => {
  const [{ id }, token] = [await web.addStaff(role), generateApiToken()]
  const row = { id, name: role, tokenHash: hashToken(token), role, userId: id, expiresAt: null }
  await insertToken(web.stack.db, row)
  return token
}

export const post = async (handler: Handler, token: string, body: unknown, key: string, params = {}) => {
  const request = new Request('http://shop.test/api/v1/x', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  })
  const response = await handler(request, { params: Promise.resolve(params) })
  const replayed = response.headers.get('idempotent-replayed') === 'true'
  return { status: response.status, replayed, body: (await response.json()) as Body }
}

/** Sends both bodies under one key. @returns the second response, and whether its body is that of the first */
export const postBoth = async (handler: Handler, token: string, first: unknown, second: unknown) => {
  const key = randomUUID()
  const one = await post(handler, token, first, key)
  if (one.status !== 201) throw new Error(`The first body was refused: ${JSON.stringify(one.body)}`)
  const two = await post(handler, token, second, key)
  return { ...two, key, isSame: JSON.stringify(one.body) === JSON.stringify(two.body) }
}

/** The same object with its keys in another order. */
export const reversed = (body: Body): Body => Object.fromEntries(Object.entries(body).reverse())
