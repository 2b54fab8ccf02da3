import { withoutTemporalVariables } from '../temporal/start-temporal.mjs'

/**
 * @typedef {object} AppSettings
 * @property {import('../start-services.mjs').Services} services
 * @property {boolean} ownTemporal true for the launcher's own server, which drops the caller's Temporal variables
 * @property {import('../secrets.mjs').Secrets} secrets
 * @property {string} url
 * @property {string} distDir
 * @property {string} bundle
 * @property {'production' | 'development'} mode
 * @property {Record<string, string>} tunables defaults that `base` overrides
 * @property {NodeJS.ProcessEnv} [base] the environment of the caller
 */

/** Variables of the product. Tests drop those of the caller. */
const APP_VARIABLES =
  /^(?:APPROVAL_|CARRIER$|DATABASE_|MAIL_|METRICS_|OTEL_|PAYMENT_|SMTP_|SUPPORT_|TEMPORAL_|WORKER_|APP_URL$|AUTH_SECRET$|LOG_LEVEL$|TRACK_KEYS$|TRUSTED_PROXIES$)/

/** The environment of the caller without the variables of the product. */
export const cleanEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !APP_VARIABLES.test(name)))

/**
 * The environment of worker, web and the command-line tools of one stack.
 * @param {AppSettings} settings
 * @returns {NodeJS.ProcessEnv}
 */
export const appEnvironment = (settings) => {
  const {
    services,
    ownTemporal,
    secrets,
    url,
    distDir,
    bundle,
    mode,
    tunables,
    base = process.env,
  } = settings
  return {
    ...tunables,
    ...(ownTemporal ? withoutTemporalVariables(base) : base),
    NODE_ENV: mode,
    DATABASE_URL: services.databaseUrl,
    TEMPORAL_ADDRESS: services.temporalAddress,
    ...(services.temporalUi ? { TEMPORAL_UI: services.temporalUi } : {}),
    APP_URL: url,
    PORT: new URL(url).port,
    AUTH_SECRET: base.AUTH_SECRET || secrets.authSecret,
    TRACK_KEYS: base.TRACK_KEYS || `k1:${secrets.trackSecret}`,
    METRICS_TOKEN: base.METRICS_TOKEN || secrets.metricsToken,
    WORKER_METRICS_ADDRESS: services.workerMetrics,
    WORKER_METRICS_URLS: `http://${services.workerMetrics}/metrics`,
    NEXT_DIST_DIR: distDir,
    WORKFLOW_BUNDLE: bundle,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
