import { join } from 'node:path'
import { writeJson } from '../files.mjs'

/**
 * @typedef {{ name: string, email: string, password: string, role: string, groups: string[], apiToken: string }} Account
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
 * @property {string} [tracesFile] where a test finds the spans that were sent
 */

/** `cheap` completes without a person, `dear` needs approval, `scarce` has little stock, `none` has none. */
export const SKUS = { cheap: 'MUG-BLUE', dear: 'LAPTOP-14', scarce: 'PRINT-LTD', none: 'VINYL-RARE' }

/** @param {string} stateDir */
export const demoFilePath = (stateDir) => join(stateDir, 'demo.json')

/**
 * Tells tools and tests where everything is. Holds passwords, so it is its owner's only.
 * @param {import('../session/session.mjs').Session} session
 * @param {DemoInfo} facts
 */
export const writeDemoFile = ({ stateDir, supervisor }, facts) => {
  const parts = [...supervisor.processes.values()].filter((part) => !part.exit)
  const processes = Object.fromEntries(
    parts.map((part) => [part.options.name.toLowerCase(), part.identity.pid]),
  )
  writeJson(demoFilePath(stateDir), { ...facts, processes }, 0o600)
}
