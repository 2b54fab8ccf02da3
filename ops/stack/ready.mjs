import { tailOf } from './log-tail.mjs'
import { Interrupted, Stop } from './stop.mjs'
import { until } from './wait.mjs'

/** @typedef {import('./supervisor.mjs').Part} Part */

const TAIL_LINES = 12

/** How a part ended, in words. @param {NonNullable<Part['exit']>} exit */
const howItEnded = ({ code, signal }) => (signal ? `killed by ${signal}` : `exit code ${code ?? 'unknown'}`)

/** A part that ended by itself, with the end of its log. @param {Part} part */
export const describeExit = (part) => {
  const how = part.exit ? howItEnded(part.exit) : 'still running'
  return `${part.options.name} ended by itself (${how}).\n${tailOf(part.log, TAIL_LINES)}\nIts log: ${part.log}`
}

/**
 * Waits until `check` says that a part is ready; from then on its exit ends the stack.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {Part} part
 * @param {() => Promise<boolean>} check
 * @param {number} timeoutMs
 */
export const waitUp = async (supervisor, part, check, timeoutMs) => {
  const isSettled = async () => part.exit !== null || supervisor.isStopping || (await check())
  const inTime = await until(isSettled, { timeoutMs })
  if (supervisor.isStopping) throw new Interrupted()
  if (part.exit) throw new Stop(describeExit(part))
  if (!inTime)
    throw new Stop(`${part.options.name} was not ready after ${timeoutMs / 1_000} s. Its log: ${part.log}`)
  part.isUp = true
}
