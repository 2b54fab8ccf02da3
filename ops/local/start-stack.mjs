import { join } from 'node:path'
import { appEnvironment } from './app/app-environment.mjs'
import { buildWeb, buildWorkflows } from './app/build-app.mjs'
import { migrate } from './app/migrate.mjs'
import { startWeb, startWorker, waitForApp } from './app/start-app.mjs'
import { prepare } from './prepare.mjs'
import { ensureSecrets } from './secrets.mjs'
import { startServices } from './start-services.mjs'

/**
 * @typedef {object} StackOptions
 * @property {number} port of the web
 * @property {string} distDir build folder of the web, relative to the clone
 * @property {'production' | 'development'} mode
 * @property {import('./start-services.mjs').ExternalServices} outside
 * @property {Record<string, string>} tunables
 * @property {boolean} [isThrowaway]
 *
 * @typedef {object} Stack
 * @property {string} url
 * @property {NodeJS.ProcessEnv} env
 * @property {import('./start-services.mjs').Services} services
 * @property {import('./secrets.mjs').Secrets} secrets
 */

/**
 * Starts the product in the folder of the session: packages, services, schema, builds, worker and web. On a failure
 * the caller closes the session, which ends everything that has started.
 * @param {import('./session/session.mjs').Session} session
 * @param {StackOptions} options
 * @returns {Promise<Stack>}
 * @throws {import('./launcher-error.mjs').LauncherError}
 */
export const startStack = async (session, options) => {
  const { stateDir, screen } = session
  const secrets = ensureSecrets(stateDir)
  const { cli } = await prepare(session, { needsTemporal: !options.outside.temporalAddress })
  const bundle = join(stateDir, 'build/workflow-bundle.js')
  const url = `http://127.0.0.1:${options.port}`
  const built =
    options.mode === 'production'
      ? buildAll(session, { distDir: options.distDir, bundle })
      : Promise.resolve()
  const started = startServices(session, { ...options, cli, password: secrets.postgresPassword }).then(
    async (services) => {
      const ownTemporal = !options.outside.temporalAddress
      const env = appEnvironment({ ...options, services, ownTemporal, secrets, url, bundle })
      await screen.step('schema', () => migrate(session, env))
      return { services, env }
    },
  )
  const [{ services, env }] = await session.allOrAbort(started, built)
  await screen.step('worker and web', () => startApp(session, { env, url }))
  return { url, env, services, secrets }
}

/**
 * @param {import('./session/session.mjs').Session} session
 * @param {{ distDir: string, bundle: string }} paths
 */
const buildAll = async (session, paths) => {
  const { screen, stateDir, signal } = session
  const options = { ...paths, stateDir, signal }
  await session.allOrAbort(
    screen.step('workflow bundle', (note) => buildWorkflows(note, options)),
    screen.step('web build', (note) => buildWeb(note, options)),
  )
}

/**
 * @param {import('./session/session.mjs').Session} session
 * @param {{ env: NodeJS.ProcessEnv, url: string }} app
 */
const startApp = async (session, { env, url }) => {
  const worker = startWorker(session, env)
  const web = startWeb(session, env)
  await waitForApp(session, { web, worker, url })
}
