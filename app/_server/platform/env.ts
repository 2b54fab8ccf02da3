/** The environment of the web process, parsed once. Nothing else in app/ reads `process.env`. */

import type { z } from 'zod'
import { isTraced } from '../../../temporal/client/start-tracing'
import { type TemporalSettings, temporalSettings } from '../../../temporal/client/temporal-settings'
import type { ApprovalPolicy } from '../../../temporal/contract/cases/approval'
import type { RulePolicy } from '../../../temporal/contract/orders/approval-rules'
import { ENV_SCHEMA, type LogLevel } from './env-schema'
import { isWeakSecret } from './weak-secrets'

export interface TrackKey {
  id: string
  secret: string
}

export interface Env {
  isProduction: boolean
  /** Folder of the Next.js build, below the working directory. */
  distDir: string
  databaseUrl: string
  /** Maximum number of connections of this process to Postgres. */
  databasePoolMax: number
  temporal: TemporalSettings
  /** Address of Temporal's own UI for links from cases, or null. */
  temporalUi: string | null
  /** Origin of absolute links, such as `https://shop.example`; never taken from a Host header. */
  appUrl: string
  authSecret: string
  /** Keys of status links; the first signs, all verify. */
  trackKeys: [TrackKey, ...TrackKey[]]
  rules: RulePolicy
  approval: ApprovalPolicy
  /** Addresses or CIDR blocks of the proxies in front; while empty, X-Forwarded-For is ignored. */
  trustedProxies: string[]
  /** E-mail address for questions of customers, or null. */
  supportEmail: string | null
  logLevel: LogLevel
  /** Token that may read `/api/metrics` besides administrators, or null. */
  metricsToken: string | null
  /** Metrics endpoints of the workers, shown together with those of this process. */
  workerMetricsUrls: string[]
  /** Whether traces are sent to the receiver named by the variables of OpenTelemetry. */
  isTraced: boolean
}

const weakSecretFaults = (raw: z.output<typeof ENV_SCHEMA>): string[] => {
  if (raw.NODE_ENV !== 'production') return []
  return [
    ...(isWeakSecret(raw.AUTH_SECRET) ? ['AUTH_SECRET is a well-known or guessable value'] : []),
    ...(raw.METRICS_TOKEN !== undefined && isWeakSecret(raw.METRICS_TOKEN)
      ? ['METRICS_TOKEN is a well-known or guessable value']
      : []),
    ...raw.TRACK_KEYS.filter((key) => isWeakSecret(key.secret)).map(
      (key) => `TRACK_KEYS: the secret of ${key.id} is a well-known or guessable value`,
    ),
  ]
}

/** Thrown when the environment cannot be used; `faults` holds one sentence for each variable. */
export class EnvError extends Error {
  override readonly name = 'EnvError'
  constructor(readonly faults: readonly string[]) {
    super(`The environment cannot be used: ${faults.join('; ')}`)
  }
}

const readTemporal = (source: Record<string, string | undefined>): TemporalSettings => {
  try {
    return temporalSettings(source)
  } catch (error) {
    throw new EnvError([`TEMPORAL_…: ${(error as Error).message}`])
  }
}

/**
 * Parses the settings of the web process from `source`.
 * @throws EnvError with a sentence for each fault; values are never quoted
 */
export const parseEnv = (source: Record<string, string | undefined>): Env => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = ENV_SCHEMA.safeParse(given)
  if (!parsed.success) {
    throw new EnvError([
      ...new Set(parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`)),
    ])
  }
  const raw = parsed.data
  const faults = weakSecretFaults(raw)
  if (faults.length > 0) throw new EnvError(faults)
  return {
    isProduction: raw.NODE_ENV === 'production',
    distDir: raw.NEXT_DIST_DIR,
    databaseUrl: raw.DATABASE_URL,
    databasePoolMax: raw.DATABASE_POOL_MAX,
    temporal: readTemporal(source),
    temporalUi: raw.TEMPORAL_UI?.replace(/\/+$/, '') ?? null,
    appUrl: raw.APP_URL,
    authSecret: raw.AUTH_SECRET,
    trackKeys: raw.TRACK_KEYS,
    rules: raw.APPROVAL_RULES,
    approval: {
      group: raw.APPROVAL_GROUP,
      deadlineMs: raw.APPROVAL_DEADLINE_MS,
      reminderMs: raw.APPROVAL_REMINDER_MS,
      onDeadline: raw.APPROVAL_ON_DEADLINE,
      fallbackGroup: raw.APPROVAL_FALLBACK_GROUP ?? null,
    },
    trustedProxies: raw.TRUSTED_PROXIES,
    supportEmail: raw.SUPPORT_EMAIL ?? null,
    logLevel: raw.LOG_LEVEL,
    metricsToken: raw.METRICS_TOKEN ?? null,
    workerMetricsUrls: raw.WORKER_METRICS_URLS,
    isTraced: isTraced(source),
  }
}

let parsedOnce: Env | undefined

/**
 * The settings of this process.
 * @throws EnvError
 */
export const env = (): Env => {
  parsedOnce ??= parseEnv(process.env)
  return parsedOnce
}
