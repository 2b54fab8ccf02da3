import { InterruptedError, LauncherError } from '../launcher-error.mjs'
import { readLogTail } from './log-file.mjs'
import { pollUntil } from './poll-until.mjs'

/** @typedef {import('./supervisor.mjs').ManagedProcess} ManagedProcess */

const TAIL_LINES = 12

/** How a part ended, in words. @param {NonNullable<ManagedProcess['exit']>} exit */
const exitText = ({ code, signal }) => (signal ? `killed by ${signal}` : `exit code ${code ?? 'unknown'}`)

/** A part that ended by itself, with the end of its log. @param {ManagedProcess} part */
export const describeExit = (part) => {
  const how = part.exit ? exitText(part.exit) : 'still running'
  return `${part.options.name} ended by itself (${how}).\n${readLogTail(part.log, TAIL_LINES)}\nIts log: ${part.log}`
}

/**
 * Waits until `check` says that a part is ready; from then on its exit ends the stack.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {ManagedProcess} part
 * @param {() => Promise<boolean>} check
 * @param {number} timeoutMs
 */
export const waitUntilReady = async (supervisor, part, check, timeoutMs) => {
  const isSettled = async () => part.exit !== null || supervisor.isStopping || (await check())
  const inTime = await pollUntil(isSettled, { timeoutMs })
  if (supervisor.isStopping) throw new InterruptedError()
  if (part.exit) throw new LauncherError(describeExit(part))
  if (!inTime)
    throw new LauncherError(
      `${part.options.name} was not ready after ${timeoutMs / 1_000} s. Its log: ${part.log}`,
    )
  part.isUp = true
}
