/** Stops and resumes services of the running product by SIGSTOP, so that they hang instead of refusing connections. */

import { execFileSync } from 'node:child_process'
import { expect } from '@playwright/test'
import { readStack, stack } from './stack'

export type Service = 'postgres' | 'temporal' | 'worker' | 'web'

const RECOVERY_MS = 60_000
/** The stopped processes of each service, its main process first. */
const stopped = new Map<Service, number[]>()

/** A process and its descendants: Postgres has one process per connection, each in its own group. */
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
      // The process has exited.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/** Stops every process of a service. */
export const stopService = (service: Service): void => {
  const pid = readStack().processes[service]
  if (!pid) throw new Error(`The stack names no process for ${service}`)
  // The main process first, so that it starts no others meanwhile.
  send('SIGSTOP', [pid])
  const tree = listProcessTree(pid)
  stopped.set(service, tree)
  send('SIGSTOP', tree)
}

/** Resumes a stopped service. */
export const resumeService = (service: Service): void => {
  send('SIGCONT', (stopped.get(service) ?? []).toReversed())
  stopped.delete(service)
}

/** Resumes every stopped service and waits until the product is ready. */
export const resumeAllServices = async (): Promise<void> => {
  for (const service of [...stopped.keys()]) resumeService(service)
  const isReady = async () => (await fetch(`${stack.url}/api/ready`).catch(() => null))?.status
  await expect.poll(isReady, { timeout: RECOVERY_MS, intervals: [250] }).toBe(200)
}
