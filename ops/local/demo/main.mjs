import { rmSync } from 'node:fs'
import { LOCAL, shortHash } from '../paths.mjs'
import { requireFreePort } from '../ports.mjs'
import { resetState } from '../reset-state.mjs'
import { runSession } from '../session/run-session.mjs'
import { Session } from '../session/session.mjs'
import { readExternalServices } from '../start-services.mjs'
import { startStack } from '../start-stack.mjs'
import { demoFilePath, SKUS, writeDemoFile } from './demo-file.mjs'
import { ensureAccounts } from './ensure-accounts.mjs'
import { parseOptions, USAGE } from './options.mjs'
import { printDemo } from './print-demo.mjs'
import { ensureSampleOrders } from './seed-sample-orders.mjs'

/** The carrier reports within seconds, so that a visitor sees a delivery. */
const TUNABLES = {
  CARRIER: 'shipped=4000,delivered=8000',
  TEMPORAL_NAMESPACE: 'action-center',
  SUPPORT_EMAIL: 'help@corner-store.example',
}

/**
 * `npm run demo` and `npm run dev`: runs the whole product on this machine until it is stopped.
 * @param {Session} session
 */
const demo = async (session) => {
  const startedAt = Date.now()
  const options = parseOptions(process.argv.slice(2))
  if (!options) {
    session.screen.line(USAGE)
    return 0
  }
  await session.open(
    'The demo already runs in this folder (process PID): stop it there with Ctrl-C, or use its address.',
  )
  await requireFreePort(options.port)
  if (options.isReset) resetState(LOCAL)
  rmSync(demoFilePath(LOCAL), { force: true })
  session.removeOnClose(demoFilePath(LOCAL))
  const mode = options.isDevelopment ? 'development' : 'production'
  const outside = readExternalServices()
  const stack = await startStack(session, {
    port: options.port,
    distDir: '.next',
    mode,
    outside,
    tunables: TUNABLES,
  })
  const { url, env, services, secrets } = stack
  const accounts = await session.screen.step('accounts', (note) => ensureAccounts(note, session, stack))
  const sampleStatusUrl = await session.screen.step('sample orders', (note) =>
    ensureSampleOrders(note, LOCAL, { url, accounts, database: shortHash(services.databaseUrl) }),
  )
  const temporalNamespace = env.TEMPORAL_NAMESPACE ?? ''
  const { metricsToken } = secrets
  const info = { url, temporalNamespace, ...services, accounts, skus: SKUS, sampleStatusUrl, metricsToken }
  writeDemoFile(session, info)
  printDemo(session.screen, {
    ...info,
    startedInMs: Date.now() - startedAt,
    password: secrets.demoPassword,
    mode,
  })
  await session.whenEnded()
  if (!session.failure) session.screen.line('Stopping …')
  return 0
}

const session = new Session(LOCAL)
await runSession(session, () => demo(session))
