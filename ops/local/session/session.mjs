import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { InterruptedError, LauncherError } from '../launcher-error.mjs'
import { acquireLock } from '../process/lock.mjs'
import { signalGroup } from '../process/process-identity.mjs'
import { killStaleProcesses } from '../process/stale-processes.mjs'
import { Supervisor } from '../process/supervisor.mjs'
import { describeExit } from '../process/wait-until-ready.mjs'
import { Screen } from './screen.mjs'

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
const PARENT_CHECK_MS = 500
/** On a terminal npm passes Ctrl-C on, so that it arrives twice; a later one means "now". */
const IMPATIENT_AFTER_MS = 1_000

/** @typedef {import('../process/supervisor.mjs').ManagedProcess} ManagedProcess */

/**
 * One running stack in one state folder: its lock, its parts, and its end by signal, by the exit of a part or by
 * the death of the npm that started it.
 */
export class Session {
  interrupt = new AbortController()
  screen = new Screen()
  #askedAt = 0
  /** @type {(() => void)[]} */
  #closeHandlers = []

  /** Set when a part ended by itself. @type {LauncherError | null} */
  failure = null

  /** Called after a part was started again, with another process id. */
  onRestart = () => {}

  /** @param {string} stateDir */
  constructor(stateDir) {
    this.stateDir = stateDir
    this.supervisor = new Supervisor(stateDir, (part) => this.#react(part))
    this.signal.addEventListener('abort', () => {
      this.supervisor.isStopping = true
    })
  }

  get signal() {
    return this.interrupt.signal
  }

  /**
   * Takes the folder and clears what a killed launcher left.
   * @param {string} busy said when another launcher has the folder
   * @throws {LauncherError}
   */
  async open(busy) {
    const lock = acquireLock(join(this.stateDir, 'launcher.lock'))
    if ('claimedBy' in lock) throw new LauncherError(busy.replace('PID', String(lock.claimedBy.pid)))
    this.onClose(lock.release)
    this.#listen()
    const ended = await killStaleProcesses(this.stateDir)
    if (ended.length > 0) this.screen.line(`  Ended what an earlier run left behind: ${ended.join(', ')}.`)
  }

  /** Resolves when somebody asked for the end, or a part ended. @returns {Promise<void>} */
  whenEnded() {
    return new Promise((resolve) => {
      if (this.signal.aborted) return resolve()
      this.signal.addEventListener('abort', () => resolve(), { once: true })
    })
  }

  /**
   * Waits for work that goes on at the same time. The first failure stops the rest, so that nobody waits for a
   * build whose result is not wanted any more.
   * @template {readonly Promise<unknown>[]} T
   * @param {T} works
   * @returns {Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>}
   */
  async allOrAbort(...works) {
    try {
      return await Promise.all(works)
    } catch (error) {
      this.interrupt.abort()
      await Promise.allSettled(works)
      throw error
    }
  }

  /** Runs `work` after every part has ended. @param {() => void} work */
  onClose(work) {
    this.#closeHandlers.unshift(work)
  }

  /** Removes a file when the session ends. @param {string} file */
  removeOnClose(file) {
    this.onClose(() => rmSync(file, { force: true }))
  }

  /** Ends every part. */
  async close() {
    this.interrupt.abort()
    await this.supervisor.stop()
    for (const work of this.#closeHandlers.splice(0)) work()
  }

  /** @param {ManagedProcess} part */
  #react(part) {
    if (part.options.isRestarted && part.exit?.signal) {
      this.supervisor.start(part.options).isUp = true
      this.onRestart()
      return
    }
    this.fail(new LauncherError(describeExit(part)))
  }

  /** Ends the session because of an error that no caller waits for. @param {unknown} error */
  fail(error) {
    if (!(error instanceof InterruptedError)) {
      this.failure ??=
        error instanceof LauncherError
          ? error
          : new LauncherError(error instanceof Error ? error.message : String(error))
    }
    this.interrupt.abort()
  }

  #listen() {
    for (const signal of SIGNALS) process.on(signal, () => this.#ask())
    process.stdout.on('error', () => {})
    process.on('exit', () => this.#killAll())
    const parent = process.ppid
    // npm cannot pass on a SIGKILL of its own.
    if (process.env.npm_lifecycle_event) {
      setInterval(() => process.ppid !== parent && this.#ask(), PARENT_CHECK_MS).unref()
    }
  }

  #ask() {
    const isImpatient = this.#askedAt > 0 && Date.now() - this.#askedAt > IMPATIENT_AFTER_MS
    if (isImpatient) this.#killAll()
    this.#askedAt ||= Date.now()
    this.interrupt.abort()
  }

  #killAll() {
    for (const part of this.supervisor.processes.values()) {
      if (!part.exit && part.identity.pid) signalGroup(part.identity.pid, 'SIGKILL')
    }
  }
}
