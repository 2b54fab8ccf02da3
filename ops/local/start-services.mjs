import { join } from 'node:path'
import { LauncherError } from './launcher-error.mjs'
import { acceptsConnections, allocatePorts } from './ports.mjs'
import { isPostgresUp } from './postgres/postgres-client.mjs'
import { startPostgres } from './postgres/start-postgres.mjs'
import { pollUntil } from './process/poll-until.mjs'
import { startTemporal, TEMPORAL_PORTS } from './temporal/start-temporal.mjs'
import { findTemporalCli } from './temporal/temporal-binary.mjs'
import { runTemporalWatchdog } from './temporal/temporal-watchdog.mjs'

/**
 * @typedef {object} Services
 * @property {string} databaseUrl
 * @property {string} temporalAddress
 * @property {string | null} temporalUi null for an external cluster
 * @property {string | null} temporalCli
 * @property {string} workerMetrics address of the worker's metrics
 *
 * @typedef {object} ExternalServices services that run already
 * @property {string} [databaseUrl]
 * @property {string} [temporalAddress]
 */

const EXTERNAL_TIMEOUT_MS = 15_000

/** The services that the environment names instead of the embedded ones. @returns {ExternalServices} */
export const readExternalServices = () => ({
  databaseUrl: process.env.DATABASE_URL || undefined,
  temporalAddress: process.env.TEMPORAL_ADDRESS || undefined,
})

/** @param {string} address @returns {Promise<string>} */
const waitForTemporal = async (address) => {
  const at = address.lastIndexOf(':')
  const host = address.slice(0, at).replace(/^\[|\]$/g, '')
  const isUp = await pollUntil(() => acceptsConnections(host, Number(address.slice(at + 1))), {
    timeoutMs: EXTERNAL_TIMEOUT_MS,
  })
  if (!isUp) throw new LauncherError(`Nothing answers at TEMPORAL_ADDRESS ${address}.`)
  return address
}

/** @param {string} url @returns {Promise<string>} */
const waitForDatabase = async (url) => {
  if (!URL.canParse(url))
    throw new LauncherError('DATABASE_URL is not a URL such as postgres://user:password@host:5432/name.')
  const isUp = await pollUntil(() => isPostgresUp(url), { timeoutMs: EXTERNAL_TIMEOUT_MS, everyMs: 500 })
  const { host, pathname } = new URL(url)
  if (!isUp) throw new LauncherError(`No Postgres answers at DATABASE_URL (${host}${pathname}).`)
  return url
}

/**
 * Starts Postgres and Temporal, or connects to the external ones.
 * @param {import('./session/session.mjs').Session} session
 * @param {{ outside: ExternalServices, password: string, cli: Promise<string | null>, isThrowaway?: boolean }} options
 * @returns {Promise<Services>}
 */
export const startServices = async (session, { outside, password, cli, isThrowaway }) => {
  const { stateDir, supervisor, screen, signal } = session
  const ports = await allocatePorts(join(stateDir, 'ports.json'), [
    'postgres',
    'workerMetrics',
    ...TEMPORAL_PORTS,
  ])
  const database = screen.step('Postgres', async (note) => {
    note(outside.databaseUrl ? 'DATABASE_URL' : `127.0.0.1:${ports.postgres}`)
    if (outside.databaseUrl) return waitForDatabase(outside.databaseUrl)
    return startPostgres({ stateDir, port: ports.postgres ?? 0, password, supervisor, signal, isThrowaway })
  })
  // The step starts, and its time counts, once the CLI is available.
  const temporal = cli.then((path) =>
    screen.step('Temporal', async (note) => {
      note(outside.temporalAddress ?? `127.0.0.1:${ports.temporal}`)
      if (outside.temporalAddress)
        return { address: await waitForTemporal(outside.temporalAddress), ui: null }
      const server = await startTemporal({ cli: path ?? '', stateDir, ports, supervisor, isThrowaway })
      void runTemporalWatchdog(session, { ...server, cli: path ?? '' })
      return server
    }),
  )
  const [databaseUrl, { address, ui }] = await session.allOrAbort(database, temporal)
  const temporalCli = (await cli) ?? (await findTemporalCli())?.path ?? null
  const workerMetrics = `127.0.0.1:${ports.workerMetrics}`
  return { databaseUrl, temporalAddress: address, temporalUi: ui, temporalCli, workerMetrics }
}
