import { join } from 'node:path'
import { readJson, writeJson } from '../files.mjs'
import { LauncherError } from '../launcher-error.mjs'
import { TSX } from '../package-binaries.mjs'
import { ROOT, shortHash } from '../paths.mjs'
import { runCommand } from '../process/run-command.mjs'

/** @typedef {import('./demo-file.mjs').Account} Account */
/** @typedef {Omit<Account, 'password' | 'apiToken'>} DemoPerson */

/** @param {string} name @param {Account['role']} role @param {string[]} [groups] @returns {DemoPerson} */
const person = (name, role, groups = []) => ({
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@demo.example`,
  role,
  groups,
})

/** @type {readonly DemoPerson[]} */
const PEOPLE = [
  person('Ana Silva', 'agent', ['risk']),
  person('Ben Okafor', 'agent', ['risk', 'finance']),
  person('Chen Li', 'agent', ['finance']),
  person('Sara Lindqvist', 'supervisor', ['risk', 'finance']),
  person('Ada Novak', 'admin'),
  person('Carla Reyes', 'customer'),
  person('Diego Santos', 'customer'),
  person('Emi Tanaka', 'customer'),
  person('Importer', 'import'),
]

/** Machines have no password and only use their token. @param {DemoPerson} person */
const isMachine = ({ role }) => role === 'import'

/**
 * @param {import('../session/session.mjs').Session} session
 * @param {NodeJS.ProcessEnv} env
 * @param {string} password
 * @returns {Promise<Account[]>}
 */
const addAccounts = async (session, env, password) => {
  const people = PEOPLE.map((who) => ({ ...who, password: isMachine(who) ? '' : password }))
  const args = [...TSX, 'ops/local/demo/add-accounts.ts']
  const input = JSON.stringify(people)
  const result = await runCommand(process.execPath, args, { cwd: ROOT, env, input, signal: session.signal })
  if (result.code !== 0)
    throw new LauncherError(`The demo accounts could not be made: ${result.output.trim()}`)
  /** @type {string[]} */
  const tokens = JSON.parse(result.stdout)
  return people.map((who, i) => ({ ...who, apiToken: tokens[i] ?? '' }))
}

/**
 * Creates the demo's accounts when this database is used for the first time. Tokens are shown only once, so the
 * file `accounts.json` stores them.
 * @param {(text: string) => void} note
 * @param {import('../session/session.mjs').Session} session
 * @param {Pick<import('../start-stack.mjs').Stack, 'env' | 'secrets' | 'services'>} stack
 * @returns {Promise<Account[]>}
 */
export const ensureAccounts = async (note, session, { env, secrets, services }) => {
  const file = join(session.stateDir, 'accounts.json')
  const database = shortHash(services.databaseUrl)
  const stored = readJson(file)
  note(`${PEOPLE.length}`)
  if (stored?.database === database && stored.accounts.length === PEOPLE.length) return stored.accounts
  const accounts = await addAccounts(session, env, secrets.demoPassword)
  writeJson(file, { database, accounts }, 0o600)
  return accounts
}
