import { InterruptedError, LauncherError } from '../launcher-error.mjs'
import { readLogTail } from './log-file.mjs'
import { pollUntil } from './poll-until.mjs'

/** @typedef {import('./supervisor.mjs').ManagedProcess} ManagedProcess */

const TAIL_LINES = 12

/** @param {NonNullable<ManagedProcess['exit']>} exit */
const exitText = ({ code, signal }) => (signal ? `killed by ${signal}` : `exit code ${code ?? 'unknown'}`)

/** Describes the exit of a process, with the end of its log. @param {ManagedProcess} managed */
export const describeExit = (managed) => {
  const how = managed.exit ? exitText(managed.exit) : 'still running'
  return `${managed.options.name} ended by itself (${how}).\n${readLogTail(managed.log, TAIL_LINES)}\nIts log: ${managed.log}`
}

/**
 * Waits until `check` finds a process ready; from then on its exit ends the stack.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {ManagedProcess} managed
 * @param {() => Promise<boolean>} check
 * @param {number} timeoutMs
 * @throws {LauncherError} when the process exits first or is not ready in time
 */
export const waitUntilReady = async (supervisor, managed, check, timeoutMs) => {
  const isOver = async () => managed.exit !== null || supervisor.isStopping || (await check())
  const inTime = await pollUntil(isOver, { timeoutMs })
  if (supervisor.isStopping) throw new InterruptedError()
  if (managed.exit) throw new LauncherError(describeExit(managed))
  if (!inTime)
    throw new LauncherError(
      `${managed.options.name} was not ready after ${timeoutMs / 1_000} s. Its log: ${managed.log}`,
    )
  managed.isUp = true
}
