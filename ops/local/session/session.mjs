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
/** A Ctrl-C arrives twice, once through npm. A second one after this time kills everything at once. */
const KILL_AFTER_MS = 1_000

/** @typedef {import('../process/supervisor.mjs').ManagedProcess} ManagedProcess */

/**
 * One running stack in one state folder: its lock, its processes, and its end by a signal, by the exit of a process
 * or by the exit of the npm that started it.
 */
export class Session {
  interrupt = new AbortController()
  screen = new Screen()
  #stopRequestedAt = 0
  /** @type {(() => void)[]} */
  #closeHandlers = []

  /** Set when a process exited by itself. @type {LauncherError | null} */
  failure = null

  /** Called after a process was restarted and has a new id. */
  onRestart = () => {}

  /** @param {string} stateDir */
  constructor(stateDir) {
    this.stateDir = stateDir
    this.supervisor = new Supervisor(stateDir, (managed) => this.#onProcessExit(managed))
    this.signal.addEventListener('abort', () => {
      this.supervisor.isStopping = true
    })
  }

  get signal() {
    return this.interrupt.signal
  }

  /**
   * Locks the folder and ends the processes that a killed launcher left behind.
   * @param {string} busy message when another launcher has the lock
   * @throws {LauncherError} when another launcher has the lock
   */
  async open(busy) {
    const lock = acquireLock(join(this.stateDir, 'launcher.lock'))
    if ('owner' in lock) throw new LauncherError(busy.replace('PID', String(lock.owner.pid)))
    this.onClose(lock.release)
    this.#listen()
    const ended = await killStaleProcesses(this.stateDir)
    if (ended.length > 0) this.screen.line(`  Ended what an earlier run left behind: ${ended.join(', ')}.`)
  }

  /** Resolves when the session is asked to stop or a process exits. @returns {Promise<void>} */
  whenEnded() {
    return new Promise((resolve) => {
      if (this.signal.aborted) return resolve()
      this.signal.addEventListener('abort', () => resolve(), { once: true })
    })
  }

  /**
   * Waits for tasks that run at the same time. The first failure aborts the others, because their results are not
   * needed any more.
   * @template {readonly Promise<unknown>[]} T
   * @param {T} tasks
   * @returns {Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>}
   */
  async allOrAbort(...tasks) {
    try {
      return await Promise.all(tasks)
    } catch (error) {
      this.interrupt.abort()
      await Promise.allSettled(tasks)
      throw error
    }
  }

  /** Runs `work` after every process has ended. @param {() => void} work */
  onClose(work) {
    this.#closeHandlers.unshift(work)
  }

  /** Removes a file when the session ends. @param {string} file */
  removeOnClose(file) {
    this.onClose(() => rmSync(file, { force: true }))
  }

  /** Ends every process. */
  async close() {
    this.interrupt.abort()
    await this.supervisor.stop()
    for (const work of this.#closeHandlers.splice(0)) work()
  }

  /** @param {ManagedProcess} managed */
  #onProcessExit(managed) {
    if (managed.options.isRestarted && managed.exit?.signal) {
      this.supervisor.start(managed.options).isUp = true
      this.onRestart()
      return
    }
    this.fail(new LauncherError(describeExit(managed)))
  }

  /** Ends the session because of an error in a background task. @param {unknown} error */
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
    for (const signal of SIGNALS) process.on(signal, () => this.#requestStop())
    process.stdout.on('error', () => {})
    process.on('exit', () => this.#killAll())
    const parent = process.ppid
    // When npm is killed by SIGKILL it cannot forward a signal.
    if (process.env.npm_lifecycle_event) {
      setInterval(() => process.ppid !== parent && this.#requestStop(), PARENT_CHECK_MS).unref()
    }
  }

  #requestStop() {
    const isRepeated = this.#stopRequestedAt > 0 && Date.now() - this.#stopRequestedAt > KILL_AFTER_MS
    if (isRepeated) this.#killAll()
    this.#stopRequestedAt ||= Date.now()
    this.interrupt.abort()
  }

  #killAll() {
    for (const managed of this.supervisor.processes.values()) {
      if (!managed.exit && managed.identity.pid) signalGroup(managed.identity.pid, 'SIGKILL')
    }
  }
}
