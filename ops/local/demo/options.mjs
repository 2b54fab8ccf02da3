import { parseArgs } from 'node:util'
import { LauncherError } from '../launcher-error.mjs'

/** @typedef {{ port: number, isReset: boolean, isDevelopment: boolean }} DemoOptions */

const DEFAULT_PORT = 3000
const HIGHEST_PORT = 65_535

export const USAGE = `npm run demo                start everything and fill it with sample orders (first time only)
npm run demo -- --port N    the web on another port than 3000
npm run demo -- --reset     throw all local data away first

DATABASE_URL and TEMPORAL_ADDRESS replace the embedded Postgres and Temporal.`

/** @param {string} text */
const parsePort = (text) => {
  // Digits alone: Number() would take 0x10 and 1e3 for ports.
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0
  if (port > 0 && port <= HIGHEST_PORT) return port
  throw new LauncherError(`--port takes a number from 1 to ${HIGHEST_PORT}, not ${text}.`)
}

/**
 * Parses the command line of the demo; null stands for `--help`.
 * @param {string[]} args
 * @returns {DemoOptions | null}
 * @throws {LauncherError} for an unknown option or an invalid value
 */
export const parseOptions = (args) => {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: String(DEFAULT_PORT) },
        reset: { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return null
    return { port: parsePort(values.port), isReset: values.reset, isDevelopment: values.dev }
  } catch (error) {
    if (error instanceof LauncherError || !(error instanceof Error)) throw error
    throw new LauncherError(`${error.message.split('. ')[0]}.\n\n${USAGE}`)
  }
}
