import { ensurePackages } from './npm-packages.mjs'
import { ensureTemporalCli } from './temporal/temporal-binary.mjs'

/**
 * Packages and a Temporal server, both at once.
 * @param {import('./session/session.mjs').Session} session
 * @param {{ needsTemporal: boolean }} options
 * @returns {Promise<{ cli: Promise<string | null> }>} settles when the packages are there; the server may take longer
 */
export const prepare = async (session, { needsTemporal }) => {
  const { screen, signal } = session
  const packages = screen.step('packages', (note) => ensurePackages(note, signal))
  const cli = needsTemporal
    ? screen.step('Temporal CLI', (note) => ensureTemporalCli(note, packages, signal))
    : Promise.resolve(null)
  // Whoever needs the server waits for it; until then its failure is nobody's unhandled rejection.
  cli.catch(() => {})
  try {
    await packages
  } catch (error) {
    session.interrupt.abort()
    await cli.catch(() => {})
    throw error
  }
  return { cli }
}
