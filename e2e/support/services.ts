/** The parts of the running product, stopped and started again for real: a stopped part hangs, as the worst outages do. */

import { execFileSync } from 'node:child_process'
import { expect } from '@playwright/test'
import { readStack, stack } from './stack'

export type Service = 'postgres' | 'temporal' | 'worker' | 'web'

const RECOVERY_MS = 60_000
/** What was stopped of each part, the part's own process first. */
const stopped = new Map<Service, number[]>()

/** A process and all that it has started. Postgres is a process for each connection, each in a group of its own. */
const listProcessTree = (root: number): number[] => {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const processes = rows.map((row) => row.trim().split(/\s+/).map(Number) as [number, number])
  const tree = [root]
  for (const parent of tree) tree.push(...processes.filter(([, of]) => of === parent).map(([pid]) => pid))
  return tree
}

const send = (signal: 'SIGSTOP' | 'SIGCONT', pids: readonly number[]): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      // It has ended by itself.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/** Stops every process of a part where it stands. */
export const stopService = (part: Service): void => {
  const pid = readStack().processes[part]
  if (!pid) throw new Error(`The stack names no process for ${part}`)
  // The first one first, so that it starts no others meanwhile.
  send('SIGSTOP', [pid])
  const tree = listProcessTree(pid)
  stopped.set(part, tree)
  send('SIGSTOP', tree)
}

/** Lets a stopped part go on. */
export const resumeService = (part: Service): void => {
  send('SIGCONT', (stopped.get(part) ?? []).toReversed())
  stopped.delete(part)
}

/** Lets everything go on and waits until all parts are ready: for what follows, whatever a test has done. */
export const resumeAllServices = async (): Promise<void> => {
  for (const part of [...stopped.keys()]) resumeService(part)
  const isReady = async () => (await fetch(`${stack.url}/api/ready`).catch(() => null))?.status
  await expect.poll(isReady, { timeout: RECOVERY_MS, intervals: [250] }).toBe(200)
}
