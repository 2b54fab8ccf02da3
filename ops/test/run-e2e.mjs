import { join } from 'node:path'
import { appEnvironment, cleanEnvironment } from '../local/app/app-environment.mjs'
import { migrate } from '../local/app/migrate.mjs'
import { startWeb, startWorker, waitForApp } from '../local/app/start-app.mjs'
import { demoFilePath, SKUS, writeDemoFile } from '../local/demo/demo-file.mjs'
import { ensureAccounts } from '../local/demo/ensure-accounts.mjs'
import { placeSampleOrder } from '../local/demo/seed-sample-orders.mjs'
import { allocatePorts } from '../local/ports.mjs'
import { ensureSecrets } from '../local/secrets.mjs'
import { startOtlpReceiver } from './otlp-receiver.mjs'
import { runPlaywright } from './run-playwright.mjs'

/** The carrier reports at once, time-outs of the payment provider are short, only the amount requires an approval. */
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
 * @property {import('../local/start-services.mjs').Services} services
 * @property {string} distDir
 * @property {string} bundle
 * @property {string} browser
 * @property {string[]} filters
 */

/**
 * Starts the production build with settings for tests and writes `demo.json`.
 * @param {import('../local/session/session.mjs').Session} session
 * @param {E2eOptions} options
 * @returns {Promise<string>} path of `demo.json`
 */
const startProduct = async (session, { services, distDir, bundle }) => {
  const { stateDir, screen } = session
  const { web: port } = await allocatePorts(join(stateDir, 'ports.json'), ['web'])
  const url = `http://127.0.0.1:${port}`
  const secrets = ensureSecrets(stateDir)
  const tracesFile = join(stateDir, 'traces.jsonl')
  const receiver = await startOtlpReceiver(tracesFile)
  session.onClose(receiver.close)
  const tunables = {
    ...TUNABLES,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
    // Export spans early, because tests wait for them.
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
    base: cleanEnvironment(),
  })
  await screen.step('schema', () => migrate(session, env))
  const app = { worker: startWorker(session, env, { isRestarted: true }), web: startWeb(session, env), url }
  await screen.step('worker and web', () => waitForApp(session, app))
  const accounts = await screen.step('accounts', (note) =>
    ensureAccounts(note, session, { env, secrets, services }),
  )
  const sampleStatusUrl = await placeSampleOrder({ url, accounts })
  const temporalNamespace = TUNABLES.TEMPORAL_NAMESPACE
  const { metricsToken } = secrets
  const info = {
    url,
    temporalNamespace,
    ...services,
    accounts,
    skus: SKUS,
    sampleStatusUrl,
    metricsToken,
    tracesFile,
  }
  writeDemoFile(session, info)
  session.onRestart = () => writeDemoFile(session, info)
  session.removeOnClose(demoFilePath(stateDir))
  return demoFilePath(stateDir)
}

/**
 * Runs the HTTP and browser tests against the product. The worker is restarted when a test kills it.
 * @param {import('./check-report.mjs').CheckReport} report
 * @param {E2eOptions} options
 */
export const runE2e = async (report, options) => {
  const { session } = report
  const stackFile = await startProduct(session, options)
  await report.check('e2e tests', () => runPlaywright(session, { project: 'shared', stackFile, ...options }))
  await report.check('e2e, serial', () =>
    runPlaywright(session, { project: 'serial', stackFile, ...options }),
  )
}
