/** Parses the worker's environment variables. No other code of the worker reads the environment. */

import { z } from 'zod'
import {
  type Environment,
  type TemporalSettings,
  temporalSettings,
  withoutEmpty,
} from '../client/temporal-settings'
import { parseWholeNumber } from '../contract/numbers'

const wholeNumber = (standard: number, least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`
  return z
    .string()
    .transform((text, context) => {
      const number = parseWholeNumber(text, { min: least, max: most })
      if (number !== null) return number
      context.addIssue({ code: 'custom', message: error })
      return z.NEVER
    })
    .default(standard)
}
const count = (standard: number, least = 1) => wholeNumber(standard, least, 100_000)
const millis = (standard: number) => wholeNumber(standard, 0, 3_600_000)
const url = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `must be a URL such as ${example}` })

const CARRIER = /^shipped=(\d{1,9}),delivered=(\d{1,9})$/

/** `off`, or the delays until a parcel is shipped and then delivered, in milliseconds. */
const carrier = z
  .string()
  .default('off')
  .transform((value, context) => {
    if (value === 'off') return null
    const [, shipped, delivered] = CARRIER.exec(value) ?? []
    // The pattern lets digits alone pass.
    if (shipped && delivered) return { shippedAfterMs: Number(shipped), deliveredAfterMs: Number(delivered) }
    context.addIssue({ code: 'custom', message: 'must be `off` or such as `shipped=2000,delivered=3000`' })
    return z.NEVER
  })

/** `host:port`; a port alone is refused, because it would listen on every interface. */
const address = z
  .string()
  .regex(/^(?:\[[0-9a-fA-F:]+\]|[\w.-]+):\d{1,5}$/, 'must be an address such as 127.0.0.1:9464')

/** Every variable of the worker. */
export const VARIABLES = z.object({
  NODE_ENV: z.string().default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/name'),
  WORKFLOW_BUNDLE: z.string().optional(),
  CARRIER: carrier,
  PAYMENT_TIMEOUT_MS: millis(2_000),
  PAYMENT_SLOW_MS: millis(3_000),
  DISPATCH_POLL_MS: millis(250),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@host:587').optional(),
  MAIL_FROM: z.string().default('Action Center <no-reply@localhost>'),
  WORKER_WORKFLOW_TASKS: count(40, 2),
  WORKER_ACTIVITIES: count(50),
  WORKER_LOCAL_ACTIVITIES: count(50),
  WORKER_CACHED_WORKFLOWS: count(500, 2),
  WORKER_WORKFLOW_POLLERS: count(10, 2),
  WORKER_ACTIVITY_POLLERS: count(10),
  WORKER_DATABASE_CONNECTIONS: count(20),
  WORKER_FAST_DATABASE_CONNECTIONS: count(8),
  WORKER_METRICS_ADDRESS: address.optional(),
  WORKER_TEMPORAL_WAIT_MS: millis(60_000),
})

export type WorkerEnv = z.output<typeof VARIABLES> & { temporal: TemporalSettings }

/** A mistake of the operator who starts the worker: shown as one sentence, without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

const describeIssues = (issues: z.core.$ZodIssue[]): string =>
  issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')

/**
 * Reads the worker's variables.
 * @throws StartError that names every variable that is missing or wrong
 */
export const workerEnv = (env: Environment): WorkerEnv => {
  const parsed = VARIABLES.safeParse(withoutEmpty(env))
  if (!parsed.success) throw new StartError(`The worker cannot start: ${describeIssues(parsed.error.issues)}`)
  try {
    return { ...parsed.data, temporal: temporalSettings(env) }
  } catch (error) {
    throw new StartError(`The worker cannot start: ${(error as Error).message}`, { cause: error })
  }
}
