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
 * @property {string} name what people call it: `web`, `worker`, `Postgres`, `Temporal`
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} cwd
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {NodeJS.Signals} [stopSignal] asks it to end, SIGTERM unless said otherwise
 * @property {number} [graceMs] how long it may take to end by itself
 * @property {'first' | 'last'} [stops] `first` for what uses the others
 * @property {boolean} [isRestarted] started again when a signal has killed it
 *
 * @typedef {object} ManagedProcess
 * @property {ManagedProcessOptions} options
 * @property {string} log
 * @property {import('./process-identity.mjs').ProcessIdentity} identity
 * @property {{ code: number | null, signal: NodeJS.Signals | null } | null} exit
 * @property {Promise<void>} ended
 * @property {boolean} isUp set once it is ready; from then on its exit is reported
 */

const GRACE_MS = 5_000

/**
 * Starts the long-running parts of a stack, each in a process group of its own, and records them in
 * `stack.json`, so that a later start can end what a killed launcher left behind.
 */
export class Supervisor {
  /** @type {Map<string, ManagedProcess>} */
  processes = new Map()
  isStopping = false

  /**
   * @param {string} stateDir
   * @param {(part: ManagedProcess) => void} onExit told of a part that ended by itself after it was up
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
    const part = {
      options,
      log,
      identity: child.pid ? identify(child.pid) : { pid: 0, startedAt: '' },
      exit: null,
      ended: new Promise((resolve) => {
        child.once('error', () => resolve(this.#note(part, null, null)))
        child.once('exit', (code, signal) => resolve(this.#note(part, code, signal)))
      }),
      isUp: false,
    }
    this.processes.set(options.name, part)
    this.#record()
    return part
  }

  /**
   * Ends a part and starts it again with the same options.
   * @param {ManagedProcess} part
   */
  async restart(part) {
    part.isUp = false
    await this.#end(part)
    return this.start(part.options)
  }

  /** Ends everything: first what uses the services, then the services. Safe to call again. */
  async stop() {
    this.isStopping = true
    for (const stage of ['first', 'last']) {
      const ending = [...this.processes.values()].filter((part) => (part.options.stops ?? 'first') === stage)
      await Promise.all(ending.map((part) => this.#end(part)))
    }
    // A launcher that was refused has started nothing: the record is that of the one that runs.
    if (this.processes.size > 0) this.#record()
  }

  /** @param {ManagedProcess} part */
  async #end(part) {
    if (!part.identity.pid) return
    const { stopSignal = 'SIGTERM', graceMs = GRACE_MS } = part.options
    await killProcessGroup(part.identity.pid, { signal: stopSignal, graceMs })
    await part.ended
  }

  /** @param {ManagedProcess} part @param {number | null} code @param {NodeJS.Signals | null} signal */
  #note(part, code, signal) {
    part.exit = { code, signal }
    this.#record()
    if (part.isUp && !this.isStopping) this.onExit(part)
  }

  #record() {
    const children = [...this.processes.values()].filter((part) => !part.exit)
    writeJson(join(this.stateDir, 'stack.json'), {
      launcher: identify(process.pid),
      children: children.map(({ options, identity }) => ({ name: options.name, ...identity })),
    })
  }
}
