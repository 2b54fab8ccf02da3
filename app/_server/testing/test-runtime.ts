/** A runtime on a separate database, for tests. */

import { createTestDatabase } from '@/db/testing/test-database'
import { COMMANDS } from '@/ops/user/commands'
import type { Actor } from '@/temporal/contract/auth/actor'
import type { Context } from '../auth/context'
import { parseEnv } from '../platform/env'
import { createRuntime, type Runtime } from '../platform/runtime'

/** A complete environment for tests. */
export const TEST_ENV = {
  NODE_ENV: 'test',
  DATABASE_URL: 'postgres://localhost/none',
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  APP_URL: 'http://127.0.0.1:3000',
  AUTH_SECRET: 'w7Kd2mXq9Rt4Vz6Lb1Nc8Hs3Jf5Gp0YeAuB',
  TRACK_KEYS: 'k1:Tz5Wq8Lm2Xc7Vb4Nr9Kd1Hf6Jg3Ps0YaEoU',
  LOG_LEVEL: 'silent',
} as const

export interface TestRuntime {
  runtime: Runtime
  url: string
  drop(): Promise<void>
}

/** Makes routes and server actions use `runtime`, which is otherwise that of the process. */
export const installRuntime = (runtime: Runtime): void => {
  Object.assign(globalThis, { [Symbol.for('action-center.runtime')]: runtime })
}

/** A migrated database and a runtime on it. */
export const createTestRuntime = async (extra: Record<string, string> = {}): Promise<TestRuntime> => {
  const database = await createTestDatabase({ max: 2 })
  const runtime = createRuntime(parseEnv({ ...TEST_ENV, DATABASE_URL: database.url, ...extra }))
  return {
    runtime,
    url: database.url,
    drop: async () => {
      await runtime.close()
      await database.drop()
    },
  }
}

/** Adds an account as the command line does. */
export const addUser = async (
  { db }: Runtime,
  options: { email: string; role: string; group?: string[]; password?: string },
): Promise<{ id: string; email: string; password: string }> =>
  (await COMMANDS.add(db, { name: options.email.split('@')[0], ...options })).data as never

/** Issues a token as the command line does. */
export const addToken = async (
  { db }: Runtime,
  options: { email: string; role?: string; days?: string },
): Promise<{ id: string; token: string }> =>
  (await COMMANDS.token(db, { name: 'test', ...options })).data as never

/** A context as a verb gets it, with request and response headers. */
export const createContext = (runtime: Runtime, actor: Actor | null, headers: HeadersInit = {}): Context => ({
  actor,
  requestId: 'request-1',
  runtime,
  now: new Date(),
  http: { request: new Headers(headers), reply: new Headers() },
})

/** An actor with a role, without an account. */
export const actorAs = (role: Actor['role'], more: Partial<Actor> = {}): Actor => ({
  principal: `user:${role}`,
  id: role,
  name: role,
  role,
  groups: [],
  ...more,
})

/** The `Cookie` header that a browser sends after this response. */
export const toCookieHeader = (reply: Headers): string =>
  reply
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
