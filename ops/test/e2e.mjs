import { join } from 'node:path'
import { ensureAccounts } from '../stack/accounts.mjs'
import { migrate, startWeb, startWorker, waitForApp } from '../stack/app.mjs'
import { demoFile, SKUS, writeDemoFacts } from '../stack/demo-json.mjs'
import { appEnvironment, foreignEnvironment } from '../stack/environment.mjs'
import { rememberedPorts } from '../stack/ports.mjs'
import { secretsOf } from '../stack/secrets.mjs'
import { placeSample } from '../stack/seed-orders.mjs'
import { runPlaywright } from './playwright.mjs'
import { openTraceSink } from './trace-sink.mjs'

/** The carrier answers at once, the provider's time-outs are short, and only the amount asks for a person. */
const TUNABLES = {
  APPROVAL_RULES: 'high-value=10000,first-order=off,address-mismatch=off,flagged-product=off',
  TEMPORAL_NAMESPACE: 'action-center',
  CARRIER: 'shipped=0,delivered=0',
  SUPPORT_EMAIL: 'help@corner-store.example',
  PAYMENT_TIMEOUT_MS: '500',
  PAYMENT_SLOW_MS: '1000',
}

/**
 * @typedef {object} E2eOptions
 * @property {import('../stack/services.mjs').Services} services
 * @property {string} distDir
 * @property {string} bundle
 * @property {string} browser
 * @property {string[]} filters
 */

/**
 * Starts the product's production build with test settings and describes it in `demo.json`.
 * @param {import('../stack/session.mjs').Session} session
 * @param {E2eOptions} options
 * @returns {Promise<string>} path of the description
 */
const startProduct = async (session, { services, distDir, bundle }) => {
  const { stateDir, screen } = session
  const { web: port } = await rememberedPorts(join(stateDir, 'ports.json'), ['web'])
  const url = `http://127.0.0.1:${port}`
  const secrets = secretsOf(stateDir)
  const tracesFile = join(stateDir, 'traces.jsonl')
  const sink = await openTraceSink(tracesFile)
  session.atEnd(sink.close)
  const tunables = {
    ...TUNABLES,
    OTEL_EXPORTER_OTLP_ENDPOINT: sink.endpoint,
    // Tests wait for spans, people do not.
    OTEL_BSP_SCHEDULE_DELAY: '200',
  }
  const env = appEnvironment({
    services,
    ownTemporal: true,
    secrets,
    url,
    distDir,
    bundle,
    mode: 'production',
    tunables,
    base: foreignEnvironment(),
  })
  await screen.step('schema', () => migrate(session, env))
  const parts = { worker: startWorker(session, env, { isRestarted: true }), web: startWeb(session, env), url }
  await screen.step('worker and web', () => waitForApp(session, parts))
  const accounts = await screen.step('accounts', (note) =>
    ensureAccounts(note, session, { env, secrets, services }),
  )
  const sampleStatusUrl = await placeSample({ url, accounts })
  const temporalNamespace = TUNABLES.TEMPORAL_NAMESPACE
  const { metricsToken } = secrets
  const facts = {
    url,
    temporalNamespace,
    ...services,
    accounts,
    skus: SKUS,
    sampleStatusUrl,
    metricsToken,
    tracesFile,
  }
  writeDemoFacts(session, facts)
  session.onRestart = () => writeDemoFacts(session, facts)
  session.removeAtEnd(demoFile(stateDir))
  return demoFile(stateDir)
}

/**
 * HTTP and browser tests against the running product. The worker is started again when a test kills it.
 * @param {import('./checks.mjs').Report} report
 * @param {E2eOptions} options
 */
export const runE2e = async (report, options) => {
  const { session } = report
  const stackFile = await startProduct(session, options)
  await report.check('e2e tests', () => runPlaywright(session, { project: 'shared', stackFile, ...options }))
  await report.check('e2e, alone', () => runPlaywright(session, { project: 'alone', stackFile, ...options }))
}
