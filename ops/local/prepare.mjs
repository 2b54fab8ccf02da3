import { ensurePackages } from './npm-packages.mjs'
import { ensureTemporalCli } from './temporal/temporal-binary.mjs'

/**
 * Installs the packages and finds or builds a Temporal CLI, both at the same time.
 * @param {import('./session/session.mjs').Session} session
 * @param {{ needsTemporal: boolean }} options
 * @returns {Promise<{ cli: Promise<string | null> }>} resolves when the packages are installed; `cli` may take longer
 */
export const prepare = async (session, { needsTemporal }) => {
  const { screen, signal } = session
  const packages = screen.step('packages', (note) => ensurePackages(note, signal))
  const cli = needsTemporal
    ? screen.step('Temporal CLI', (note, progress) => ensureTemporalCli(note, packages, signal, progress))
    : Promise.resolve(null)
  // A failure is reported to the caller that awaits `cli`; until then it must not be an unhandled rejection.
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
