import { InterruptedError, LauncherError } from '../launcher-error.mjs'

/**
 * Runs a launcher to its end and exits: with code 0 when it was asked to stop, with 1 and a sentence when something
 * failed, else with the result of `work`.
 * @param {import('./session.mjs').Session} session
 * @param {() => Promise<number>} work
 * @param {(isComplete: boolean) => void} [onEnd] called at the end; false when `work` did not finish
 */
export const runSession = async (session, work, onEnd) => {
  let [code, isComplete] = [0, false]
  try {
    code = await work()
    isComplete = !session.failure && !session.signal.aborted
  } catch (error) {
    if (!(error instanceof InterruptedError)) {
      session.failure ??= error instanceof LauncherError ? error : null
      if (!session.failure) session.screen.line(`\n${error instanceof Error ? error.stack : error}`)
      code = 1
    }
  }
  if (session.failure) session.screen.line(`\n${session.failure.message}`)
  await session.close()
  onEnd?.(isComplete)
  // An open handle of a library must not keep a stopped launcher alive.
  process.exit(session.failure ? 1 : (process.exitCode ?? code))
}
