import { randomBytes, randomInt } from 'node:crypto'
import { join } from 'node:path'
import { readJson, writeJson } from './files.mjs'

/**
 * @typedef {object} Secrets
 * @property {string} postgresPassword
 * @property {string} authSecret
 * @property {string} trackSecret
 * @property {string} metricsToken
 * @property {string} demoPassword of every demo account
 */

const SECRET_BYTES = 36
const OWNER_ONLY = 0o600
const LETTERS = 'abcdefghjkmnpqrstuvwxyz'
const GROUPS = 3
const GROUP_LENGTH = 4

const secret = () => randomBytes(SECRET_BYTES).toString('base64url')

/** A password of about 54 bits that a person can type. */
const password = () =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-')

/**
 * The random secrets of this clone, created once and readable by their owner only.
 * @param {string} stateDir
 * @returns {Secrets}
 */
export const ensureSecrets = (stateDir) => {
  const file = join(stateDir, 'secrets.json')
  const stored = readJson(file)
  const secrets = {
    postgresPassword: secret(),
    authSecret: secret(),
    trackSecret: secret(),
    metricsToken: secret(),
    demoPassword: password(),
    ...stored,
  }
  writeJson(file, secrets, OWNER_ONLY)
  return secrets
}
