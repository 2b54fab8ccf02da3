import { rmSync } from 'node:fs'
import { ensureAccounts } from './stack/accounts.mjs'
import { demandPort } from './stack/app.mjs'
import { demoFile, SKUS, writeDemoFacts } from './stack/demo-json.mjs'
import { printDemo } from './stack/demo-screen.mjs'
import { parseOptions, USAGE } from './stack/options.mjs'
import { keyOf, LOCAL } from './stack/paths.mjs'
import { resetState } from './stack/reset.mjs'
import { runSession } from './stack/run-session.mjs'
import { ensureOrders } from './stack/seed-orders.mjs'
import { Session } from './stack/session.mjs'
import { outsideServices, startStack } from './stack/stack.mjs'

/** Carrier events within seconds, so that a visitor sees an order arrive. */
const TUNABLES = {
  CARRIER: 'shipped=4000,delivered=8000',
  TEMPORAL_NAMESPACE: 'action-center',
  SUPPORT_EMAIL: 'help@corner-store.example',
}

/**
 * `npm run demo` and `npm run dev`: the whole product on this machine, until it is told to stop.
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
  await demandPort(options.port)
  if (options.isReset) resetState(LOCAL)
  rmSync(demoFile(LOCAL), { force: true })
  session.removeAtEnd(demoFile(LOCAL))
  const mode = options.isDevelopment ? 'development' : 'production'
  const outside = outsideServices()
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
    ensureOrders(note, LOCAL, { url, accounts, database: keyOf(services.databaseUrl) }),
  )
  const temporalNamespace = env.TEMPORAL_NAMESPACE ?? ''
  const { metricsToken } = secrets
  const facts = { url, temporalNamespace, ...services, accounts, skus: SKUS, sampleStatusUrl, metricsToken }
  writeDemoFacts(session, facts)
  printDemo(session.screen, {
    ...facts,
    startedInMs: Date.now() - startedAt,
    password: secrets.demoPassword,
    mode,
  })
  await session.ended()
  if (!session.failure) session.screen.line('Stopping …')
  return 0
}

const session = new Session(LOCAL)
await runSession(session, () => demo(session))
