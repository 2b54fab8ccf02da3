import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process by its id and start time, because ids are reused.
 * @typedef {{ pid: number, startedAt: string }} ProcessIdentity
 */

const START_TIME_FIELD = 19

const startTimeFromProc = (/** @type {number} */ pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name of the command is in brackets and may contain spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? null : (fields[START_TIME_FIELD] ?? null)
}

const startTimeFromPs = (/** @type {number} */ pid) => {
  const found = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return found.stdout?.trim() || null
}

/**
 * The start time of the process `pid`, or null when there is none.
 * @param {number} pid
 */
export const getStartTime = (pid) => {
  try {
    return process.platform === 'linux' ? startTimeFromProc(pid) : startTimeFromPs(pid)
  } catch {
    return null
  }
}

/**
 * @param {number} pid
 * @returns {ProcessIdentity}
 */
export const identify = (pid) => ({ pid, startedAt: getStartTime(pid) ?? '' })

/**
 * True while this process runs.
 * @param {ProcessIdentity} identity
 */
export const isAlive = (identity) => getStartTime(identity.pid) === identity.startedAt

/** True while a process group has members. @param {number} pgid */
export const isGroupAlive = (pgid) => {
  try {
    process.kill(-pgid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * Sends a signal to a process group, if it still exists.
 * @param {number} pgid
 * @param {NodeJS.Signals} signal
 */
export const signalGroup = (pgid, signal) => {
  try {
    process.kill(-pgid, signal)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}
