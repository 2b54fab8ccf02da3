import { setTimeout as pause } from 'node:timers/promises'
import { readLogTail } from '../process/log-file.mjs'
import { waitUntilReady } from '../process/wait-until-ready.mjs'
import { probeStore } from './start-temporal.mjs'

/** @typedef {import('../process/supervisor.mjs').ManagedProcess} ManagedProcess */
/** @typedef {{ part: ManagedProcess, cli: string, address: string }} Server */

const CHECK_EVERY_MS = 2_000
const CONFIRM_AFTER_MS = 300
const TAIL_LINES = 20
const READY_TIMEOUT_MS = 30_000

/**
 * What Temporal's development server says to every call, for good, once a call was broken off at the wrong moment:
 * its one SQLite connection stays interrupted. Only a restart helps, and its data are in the file.
 */
const STORE_LOCKED_UP = /interrupted \(9\)/

/** @param {Server} server */
const isStoreLockedUp = async ({ part, cli, address }) => {
  // One broken-off call leaves the same words in the log; only asking tells whether it ended with that.
  if (!STORE_LOCKED_UP.test(readLogTail(part.log, TAIL_LINES))) return false
  for (let i = 0; i < 2; i++) {
    const { code, output } = await probeStore(cli, address)
    if (code === 0 || !STORE_LOCKED_UP.test(output)) return false
    await pause(CONFIRM_AFTER_MS)
  }
  return true
}

/**
 * Starts the development server again whenever it has wedged itself, until the session ends. Workers and web
 * connect again by themselves.
 * @param {import('../session/session.mjs').Session} session
 * @param {Server} server
 */
export const runTemporalWatchdog = async (session, server) => {
  const { supervisor, screen, signal } = session
  let current = server
  while (!signal.aborted) {
    await pause(CHECK_EVERY_MS, undefined, { ref: false, signal }).catch(() => {})
    if (signal.aborted || !(await isStoreLockedUp(current)) || signal.aborted) continue
    screen.line(
      '  Temporal’s server had locked itself up (a known fault of its SQLite store): starting it again.',
    )
    try {
      const part = await supervisor.restart(current.part)
      current = { ...current, part }
      await waitUntilReady(
        supervisor,
        part,
        async () => (await probeStore(current.cli, current.address)).code === 0,
        READY_TIMEOUT_MS,
      )
      session.onRestart()
    } catch (error) {
      session.fail(error)
    }
  }
}
