import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LauncherError } from '../launcher-error.mjs'
import { acceptsConnections } from '../ports.mjs'
import { runCommand } from '../process/run-command.mjs'
import { waitUntilReady } from '../process/wait-until-ready.mjs'

const READY_TIMEOUT_MS = 60_000

/** Without these two a workflow start takes twice as long. Tests need no durability. */
const PRAGMAS = { journal_mode: 'wal', synchronous: 'normal' }
const THROWAWAY_PRAGMAS = { ...PRAGMAS, synchronous: 'off' }

export const TEMPORAL_PORTS = /** @type {const} */ ([
  'temporal',
  'temporalUi',
  'temporalHttp',
  'temporalMetrics',
])

/**
 * @typedef {object} TemporalOptions
 * @property {string} cli
 * @property {string} stateDir
 * @property {Record<string, number>} ports
 * @property {import('../process/supervisor.mjs').Supervisor} supervisor
 * @property {boolean} [isThrowaway] for tests: fast, without durability
 */

/** @param {TemporalOptions} options */
const serverArgs = ({ ports, stateDir, isThrowaway }) => {
  const pragmas = Object.entries(isThrowaway ? THROWAWAY_PRAGMAS : PRAGMAS)
  const data = ['--db-filename', join(stateDir, 'temporal.db')]
  const tuning = pragmas.flatMap(([name, value]) => ['--sqlite-pragma', `${name}=${value}`])
  const addresses = ['--ip', '127.0.0.1', '--port', String(ports.temporal)]
  const ui = ['--ui-ip', '127.0.0.1', '--ui-port', String(ports.temporalUi)]
  const others = ['--http-port', String(ports.temporalHttp), '--metrics-port', String(ports.temporalMetrics)]
  return ['server', 'start-dev', ...addresses, ...ui, ...others, ...data, ...tuning, '--log-level', 'warn']
}

/** Drops the caller's Temporal variables, which must not reach an embedded server. @param {NodeJS.ProcessEnv} env */
export const withoutTemporalVariables = (env) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')))

const cliEnvironment = () => ({ ...withoutTemporalVariables(process.env), TEMPORAL_CONFIG_FILE: '/dev/null' })

/**
 * Makes the server read from its store.
 * @param {string} cli
 * @param {string} address
 */
export const probeStore = (cli, address) => {
  const target = ['--address', address, '--command-timeout', '3s']
  const args = ['operator', 'namespace', 'describe', '-n', 'temporal-system', ...target]
  return runCommand(cli, args, { cwd: '/', env: cliEnvironment() })
}

/** @param {string} cli @param {string} address */
const isServing = async (cli, address) => {
  const [host = '', port] = address.split(':')
  return (await acceptsConnections(host, Number(port))) && (await probeStore(cli, address)).code === 0
}

/**
 * Starts Temporal's development server with a database file.
 * @param {TemporalOptions} options
 * @returns {Promise<{ process: import('../process/supervisor.mjs').ManagedProcess, address: string, ui: string }>}
 * @throws {LauncherError} when it does not start
 */
export const startTemporal = async (options) => {
  const { supervisor, cli, stateDir, ports } = options
  const hadData = existsSync(join(stateDir, 'temporal.db'))
  const server = supervisor.start({
    name: 'Temporal',
    command: cli,
    args: serverArgs(options),
    cwd: stateDir,
    env: cliEnvironment(),
    graceMs: 3_000,
    stops: 'last',
  })
  const address = `127.0.0.1:${ports.temporal}`
  try {
    await waitUntilReady(supervisor, server, () => isServing(cli, address), READY_TIMEOUT_MS)
  } catch (error) {
    if (!server.exit || !hadData) throw error
    const file = join(stateDir, 'temporal.db')
    throw new LauncherError(
      `Temporal could not start on its data in ${file} (see ${server.log}); npm run demo -- --reset starts afresh.`,
    )
  }
  return { process: server, address, ui: `http://127.0.0.1:${ports.temporalUi}` }
}
