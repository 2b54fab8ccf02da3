import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { join } from 'node:path'
import { writeJson } from '../files.mjs'
import { InterruptedError } from '../launcher-error.mjs'
import { killProcessGroup } from './kill-process-group.mjs'
import { openLog } from './log-file.mjs'
import { identify } from './process-identity.mjs'

/**
 * @typedef {object} ManagedProcessOptions
 * @property {string} name `web`, `worker`, `Postgres` or `Temporal`
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} cwd
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {NodeJS.Signals} [stopSignal] default SIGTERM
 * @property {number} [graceMs] time between the signal and SIGKILL
 * @property {'first' | 'last'} [stops] `last` for services that the other processes use; default `first`
 * @property {boolean} [isRestarted] started again when a signal kills it
 *
 * @typedef {object} ManagedProcess
 * @property {ManagedProcessOptions} options
 * @property {string} log
 * @property {import('./process-identity.mjs').ProcessIdentity} identity
 * @property {{ code: number | null, signal: NodeJS.Signals | null } | null} exit
 * @property {Promise<void>} ended
 * @property {boolean} isUp true once it is ready; from then on its exit is reported
 */

const GRACE_MS = 5_000

/**
 * Starts the long-running processes of a stack, each in its own process group, and records them in `stack.json`, so
 * that a later start can end those of a killed launcher.
 */
export class Supervisor {
  /** @type {Map<string, ManagedProcess>} */
  processes = new Map()
  isStopping = false

  /**
   * @param {string} stateDir
   * @param {(managed: ManagedProcess) => void} onExit called when a process that was up exits by itself
   */
  constructor(stateDir, onExit) {
    this.stateDir = stateDir
    this.onExit = onExit
  }

  /**
   * @param {ManagedProcessOptions} options
   * @returns {ManagedProcess}
   */
  start(options) {
    if (this.isStopping) throw new InterruptedError()
    const log = join(this.stateDir, 'logs', `${options.name.toLowerCase()}.log`)
    const out = openLog(log)
    const { command, args, env, cwd, uid, gid } = options
    const child = spawn(command, args, { env, cwd, uid, gid, detached: true, stdio: ['ignore', out, out] })
    closeSync(out)
    /** @type {ManagedProcess} */
    const managed = {
      options,
      log,
      identity: child.pid ? identify(child.pid) : { pid: 0, startedAt: '' },
      exit: null,
      ended: new Promise((resolve) => {
        child.once('error', () => resolve(this.#recordExit(managed, null, null)))
        child.once('exit', (code, signal) => resolve(this.#recordExit(managed, code, signal)))
      }),
      isUp: false,
    }
    this.processes.set(options.name, managed)
    this.#record()
    return managed
  }

  /**
   * Ends a process and starts it again with the same options.
   * @param {ManagedProcess} managed
   */
  async restart(managed) {
    managed.isUp = false
    await this.#end(managed)
    return this.start(managed.options)
  }

  /** Ends all processes, those that use the services first. May be called again. */
  async stop() {
    this.isStopping = true
    for (const stage of ['first', 'last']) {
      const ending = [...this.processes.values()].filter(
        (managed) => (managed.options.stops ?? 'first') === stage,
      )
      await Promise.all(ending.map((managed) => this.#end(managed)))
    }
    // A launcher that found the folder locked has started nothing; the record belongs to the running one.
    if (this.processes.size > 0) this.#record()
  }

  /** @param {ManagedProcess} managed */
  async #end(managed) {
    if (!managed.identity.pid) return
    const { stopSignal = 'SIGTERM', graceMs = GRACE_MS } = managed.options
    await killProcessGroup(managed.identity.pid, { signal: stopSignal, graceMs })
    await managed.ended
  }

  /** @param {ManagedProcess} managed @param {number | null} code @param {NodeJS.Signals | null} signal */
  #recordExit(managed, code, signal) {
    managed.exit = { code, signal }
    this.#record()
    if (managed.isUp && !this.isStopping) this.onExit(managed)
  }

  #record() {
    const children = [...this.processes.values()].filter((managed) => !managed.exit)
    writeJson(join(this.stateDir, 'stack.json'), {
      launcher: identify(process.pid),
      children: children.map(({ options, identity }) => ({ name: options.name, ...identity })),
    })
  }
}
