/** Configuration of better-auth (accounts, passwords, sessions). Its HTTP routes are not served; verbs call its API. */

import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { admin } from 'better-auth/plugins'
import { account, session, user, verification } from '@/db/schema/auth'
import { serializeError } from '@/temporal/contract/log-redaction'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@/temporal/contract/people/people'
import { ownOrigins } from '../platform/http/origin'
import { deriveKey } from '../platform/key-derivation'
import type { Runtime } from '../platform/runtime'

export const COOKIE_PREFIX = 'action-center'
const SESSION_S = 7 * 24 * 60 * 60
const DAY_S = 24 * 60 * 60
const COOKIE_CACHE_S = 5 * 60
/** Header with the trusted client address; better-auth reads no other. */
export const ADDRESS_HEADER = 'x-client-address'

/** The secret with which better-auth signs its cookies. */
export const getSignInSecret = ({ authSecret }: Pick<Runtime['env'], 'authSecret'>): string =>
  deriveKey(authSecret, 'sign-in').toString('base64url')

const create = ({ env, db, log }: Runtime) =>
  betterAuth({
    baseURL: env.appUrl,
    secret: getSignInSecret(env),
    trustedOrigins: ownOrigins(env.appUrl),
    telemetry: { enabled: false },
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user, session, account, verification },
      transaction: true,
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    user: { additionalFields: { timeZone: { type: 'string', required: false, input: false } } },
    session: {
      expiresIn: SESSION_S,
      updateAge: DAY_S,
      cookieCache: { enabled: true, maxAge: COOKIE_CACHE_S },
    },
    // Direct API calls bypass its rate limit; ours is in platform/http/rate-limiter.ts.
    rateLimit: { enabled: false },
    plugins: [admin({ defaultRole: 'customer', adminRoles: ['admin'] })],
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: env.appUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    logger: {
      level: 'error',
      log: (_level, message, ...args) =>
        log.error({ causes: args.map((arg) => serializeError(arg)) }, String(message)),
    },
  })

export type Auth = ReturnType<typeof create>

/** The better-auth instance of this process. */
export const getAuth = (runtime: Runtime): Auth => runtime.shared('auth', () => create(runtime))
