/** Schema of the environment variables of the web process. */

import { z } from 'zod'
import { DEFAULT_GROUP } from '../../../temporal/contract/cases/approval'
import { parseWholeNumber } from '../../../temporal/contract/numbers'
import { parseDeadlineAction, parseRules } from './env-parsers'
import { isAddressBlock } from './http/client-address'
import { MIN_SECRET_LENGTH } from './weak-secrets'

const HOUR_MS = 3_600_000
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const secret = z
  .string({ error: 'is missing: set a random secret, for example from `openssl rand -base64 48`' })
  .min(MIN_SECRET_LENGTH, `is shorter than ${MIN_SECRET_LENGTH} characters`)

const getProtocol = (value: string): string => (URL.canParse(value) ? new URL(value).protocol : '')

const url = (...protocols: string[]) =>
  z.string({ error: 'is missing' }).refine((value) => protocols.includes(getProtocol(value)), {
    error: `must be a URL that starts with ${protocols.map((name) => `${name}//`).join(' or ')}`,
  })

const splitList = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

const trackKey = z.object({
  id: z.string().regex(/^[a-z0-9]{1,8}$/, 'needs ids of 1 to 8 small letters or digits, such as k1:secret'),
  secret: z.string().min(MIN_SECRET_LENGTH, `has a secret shorter than ${MIN_SECRET_LENGTH} characters`),
})

const trackKeys = z
  .string({ error: 'is missing: set `k1:` and a random secret' })
  .transform((value) =>
    splitList(value).map((part) => {
      const at = part.indexOf(':')
      return { id: part.slice(0, Math.max(at, 0)), secret: part.slice(at + 1) }
    }),
  )
  .pipe(
    z
      .tuple([trackKey], trackKey)
      .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'names a key twice'),
  )

/** Parses text by `parse`; the message of its error becomes the sentence of the fault. */
const parsedBy = <T>(parse: (text: string) => T) =>
  z.string().transform((text, context): T => {
    try {
      return parse(text)
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message })
      return z.NEVER
    }
  })

const wholeNumber = (fallback: number, min = 0) =>
  parsedBy((text) => {
    const number = parseWholeNumber(text, { min })
    if (number === null) throw new Error(`must be a whole number from ${min}, in digits`)
    return number
  }).default(fallback)

/** Messages continue a sentence that begins with the name of the variable. */
export const ENV_SCHEMA = z.object({
  NODE_ENV: z.string().default('development'),
  NEXT_DIST_DIR: z.string().default('.next'),
  DATABASE_URL: url('postgres:', 'postgresql:'),
  DATABASE_POOL_MAX: wholeNumber(10, 1),
  TEMPORAL_UI: url('http:', 'https:').optional(),
  APP_URL: url('http:', 'https:').transform((value) => new URL(value).origin),
  AUTH_SECRET: secret,
  TRACK_KEYS: trackKeys,
  APPROVAL_RULES: parsedBy(parseRules).prefault(''),
  APPROVAL_GROUP: z.string().default(DEFAULT_GROUP),
  APPROVAL_FALLBACK_GROUP: z.string().optional(),
  APPROVAL_DEADLINE_MS: wholeNumber(4 * HOUR_MS, 1),
  APPROVAL_REMINDER_MS: wholeNumber(HOUR_MS, 1),
  APPROVAL_ON_DEADLINE: parsedBy(parseDeadlineAction).prefault('reject'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(splitList)
    .refine((blocks) => blocks.every(isAddressBlock), 'must be addresses or CIDR blocks, such as 10.0.0.0/8'),
  SUPPORT_EMAIL: z.email('must be an e-mail address').optional(),
  METRICS_TOKEN: z
    .string()
    .min(MIN_SECRET_LENGTH, `is shorter than ${MIN_SECRET_LENGTH} characters`)
    .optional(),
  WORKER_METRICS_URLS: z
    .string()
    .default('')
    .transform(splitList)
    .refine(
      (urls) => urls.every((one) => /^https?:$/.test(getProtocol(one))),
      'must be URLs with commas between, such as http://worker:9464/metrics',
    ),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
})
