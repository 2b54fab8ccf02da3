import { InterruptedError, LauncherError } from '../launcher-error.mjs'

/**
 * Runs a launcher to its end and ends the process: code 0 when somebody asked it to stop, 1 with a sentence when
 * something failed, else what `work` returns.
 * @param {import('./session.mjs').Session} session
 * @param {() => Promise<number>} work
 * @param {(isWhole: boolean) => void} [lastWord] called after everything has ended; false when `work` did not finish
 */
export const runSession = async (session, work, lastWord) => {
  let [code, isWhole] = [0, false]
  try {
    code = await work()
    isWhole = !session.failure && !session.signal.aborted
  } catch (error) {
    if (!(error instanceof InterruptedError)) {
      session.failure ??= error instanceof LauncherError ? error : null
      if (!session.failure) session.screen.line(`\n${error instanceof Error ? error.stack : error}`)
      code = 1
    }
  }
  if (session.failure) session.screen.line(`\n${session.failure.message}`)
  await session.close()
  lastWord?.(isWhole)
  // Not left to the event loop: a library's open handle must not keep a stopped launcher alive.
  process.exit(session.failure ? 1 : (process.exitCode ?? code))
}
