import { join } from 'node:path'
import { readJson, writeJson } from '../files.mjs'
import { LOCAL } from '../paths.mjs'

/**
 * @typedef {object} Account
 * @property {string} name
 * @property {string} email
 * @property {string} password empty for machines, which only use the token
 * @property {import('../../../temporal/contract/auth/actor.ts').Role} role
 * @property {string[]} groups
 * @property {string} apiToken
 *
 * @typedef {object} DemoInfo what tools and tests need to know of a running stack
 * @property {string} url
 * @property {string} temporalAddress
 * @property {string} temporalNamespace
 * @property {string | null} temporalUi
 * @property {string | null} temporalCli
 * @property {string} databaseUrl
 * @property {Account[]} accounts
 * @property {{ cheap: string, dear: string, scarce: string, none: string }} skus
 * @property {string | null} sampleStatusUrl
 * @property {string} metricsToken opens /api/metrics
 * @property {string} [tracesFile] the file with the exported spans, one batch a line; only in tests
 *
 * @typedef {DemoInfo & { processes: Record<string, number> }} DemoFile process ids by name, such as `web` and `worker`
 */

/** `cheap` completes without a person, `dear` needs approval, `scarce` has little stock, `none` has none. */
export const SKUS = { cheap: 'MUG-BLUE', dear: 'LAPTOP-14', scarce: 'PRINT-LTD', none: 'VINYL-RARE' }

/** @param {string} stateDir */
export const demoFilePath = (stateDir) => join(stateDir, 'demo.json')

/** The file that describes the running demo, or the stack that `STACK_JSON` names. */
export const STACK_FILE = process.env.STACK_JSON ?? demoFilePath(LOCAL)

/**
 * Describes the running demo.
 * @returns {DemoFile}
 * @throws {Error} when no demo is running
 */
export const readDemoFile = () => {
  const demo = readJson(STACK_FILE)
  if (!demo) throw new Error('Start the demo first: npm run demo')
  return demo
}

/**
 * Describes the running stack for tools and tests. The file holds passwords, so only its owner may read it.
 * @param {import('../session/session.mjs').Session} session
 * @param {DemoInfo} info
 */
export const writeDemoFile = ({ stateDir, supervisor }, info) => {
  const running = [...supervisor.processes.values()].filter((managed) => !managed.exit)
  const processes = Object.fromEntries(
    running.map(({ options, identity }) => [options.name.toLowerCase(), identity.pid]),
  )
  writeJson(demoFilePath(stateDir), { ...info, processes }, 0o600)
}
