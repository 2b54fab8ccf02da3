import { setTimeout as sleep } from 'node:timers/promises'
import { readLogTail } from '../process/log-file.mjs'
import { waitUntilReady } from '../process/wait-until-ready.mjs'
import { probeStore } from './start-temporal.mjs'

/** @typedef {import('../process/supervisor.mjs').ManagedProcess} ManagedProcess */
/** @typedef {{ process: ManagedProcess, cli: string, address: string }} Server */

const CHECK_EVERY_MS = 2_000
const CONFIRM_AFTER_MS = 300
const TAIL_LINES = 20
const READY_TIMEOUT_MS = 30_000

/**
 * The development server answers every call with this once a call was cancelled at the wrong moment: its only SQLite
 * connection stays interrupted. A restart helps and loses nothing, because the data are in the file.
 */
const STORE_LOCKED_UP = /interrupted \(9\)/

/** @param {Server} server */
const isStoreLockedUp = async ({ process, cli, address }) => {
  // A single cancelled call logs the same; two probes show whether the server still fails.
  if (!STORE_LOCKED_UP.test(readLogTail(process.log, TAIL_LINES))) return false
  for (let i = 0; i < 2; i++) {
    const { code, output } = await probeStore(cli, address)
    if (code === 0 || !STORE_LOCKED_UP.test(output)) return false
    await sleep(CONFIRM_AFTER_MS)
  }
  return true
}

/**
 * Restarts the development server whenever it has locked up, until the session ends. Workers and web reconnect by
 * themselves.
 * @param {import('../session/session.mjs').Session} session
 * @param {Server} server
 */
export const runTemporalWatchdog = async (session, server) => {
  const { supervisor, screen, signal } = session
  let current = server
  while (!signal.aborted) {
    await sleep(CHECK_EVERY_MS, undefined, { ref: false, signal }).catch(() => {})
    if (signal.aborted || !(await isStoreLockedUp(current)) || signal.aborted) continue
    screen.line(
      '  Temporal’s server had locked itself up (a known fault of its SQLite store): starting it again.',
    )
    try {
      const process = await supervisor.restart(current.process)
      current = { ...current, process }
      await waitUntilReady(
        supervisor,
        process,
        async () => (await probeStore(current.cli, current.address)).code === 0,
        READY_TIMEOUT_MS,
      )
      session.onRestart()
    } catch (error) {
      session.fail(error)
    }
  }
}
