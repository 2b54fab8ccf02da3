import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { InterruptedError } from '../launcher-error.mjs'
import { killProcessGroup } from './kill-process-group.mjs'
import { signalGroup } from './process-identity.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [log] file that its output is appended to
 * @property {string} [input] its standard input
 * @property {AbortSignal} [signal]
 * @property {number} [timeoutMs] ends it after this time, as failed
 * @property {number} [uid]
 * @property {number} [gid]
 *
 * @typedef {object} RunResult
 * @property {number} code 127 when the command could not be started
 * @property {string} stdout
 * @property {string} output both streams, interleaved
 */

const STOP_GRACE_MS = 2_000
const NOT_STARTED = 127

/**
 * Runs a command to its end in its own process group, which is killed when the command exits.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<RunResult>}
 * @throws {InterruptedError} when `signal` is aborted; by then the command has ended
 */
export const runCommand = async (command, args, options) => {
  if (options.signal?.aborted) throw new InterruptedError()
  const { cwd, env = process.env, uid, gid } = options
  const child = spawn(command, args, { cwd, env, uid, gid, detached: true, stdio: 'pipe' })
  child.stdin.on('error', () => {}).end(options.input)
  const stop = () => child.pid && killProcessGroup(child.pid, { signal: 'SIGTERM', graceMs: STOP_GRACE_MS })
  options.signal?.addEventListener('abort', stop, { once: true })
  const limit = options.timeoutMs ? setTimeout(stop, options.timeoutMs) : undefined
  const collected = collect(child, options.log)
  const code = await waitForExit(child)
  clearTimeout(limit)
  options.signal?.removeEventListener('abort', stop)
  if (options.signal?.aborted) throw new InterruptedError()
  return { code, ...collected() }
}

/** @param {import('node:child_process').ChildProcessWithoutNullStreams} child @returns {Promise<number>} */
const waitForExit = (child) =>
  new Promise((resolve) => {
    child.once('error', () => resolve(NOT_STARTED))
    // Processes that the command left behind would keep its streams open.
    child.once('exit', () => child.pid && signalGroup(child.pid, 'SIGKILL'))
    child.once('close', (code) => resolve(code ?? 1))
  })

/**
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} child
 * @param {string | undefined} log
 */
const collect = (child, log) => {
  if (log) mkdirSync(dirname(log), { recursive: true })
  const file = log ? createWriteStream(log, { flags: 'a' }) : null
  let [stdout, output] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
    output += text
    file?.write(text)
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text
    file?.write(text)
  })
  child.once('close', () => file?.end())
  return () => ({ stdout, output })
}
