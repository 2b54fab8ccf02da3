import { join } from 'node:path'
import { LauncherError } from '../launcher-error.mjs'
import { TSX } from '../package-binaries.mjs'
import { ROOT } from '../paths.mjs'
import { runCommand } from '../process/run-command.mjs'

/**
 * Migrates the database and writes the catalogue into it.
 * @param {import('../session/session.mjs').Session} session
 * @param {NodeJS.ProcessEnv} env
 * @throws {LauncherError} with the output of the command that failed
 */
export const migrate = async ({ stateDir, signal }, env) => {
  const log = join(stateDir, 'logs/migrate.log')
  for (const command of ['migrate', 'seed']) {
    const args = [...TSX, 'db/main.ts', command]
    const { code, output } = await runCommand(process.execPath, args, { cwd: ROOT, env, log, signal })
    if (code !== 0) throw new LauncherError(`The database could not be brought up to date: ${output.trim()}`)
  }
}
