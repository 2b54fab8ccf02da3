/** The parts of the running product, stopped and started again for real: a stopped part hangs, as the worst outages do. */

import { expect } from '@playwright/test'
import { readStack, stack } from './stack'

export type Part = 'postgres' | 'temporal' | 'worker' | 'web'

const RECOVERY_MS = 60_000
const stopped = new Map<Part, number>()

/** Stops every process of a part where it stands. */
export const stopPart = (part: Part): void => {
  const pid = readStack().processes[part]
  if (!pid) throw new Error(`The stack names no process for ${part}`)
  // Each part leads a group of its own: Postgres is a process for each connection.
  process.kill(-pid, 'SIGSTOP')
  stopped.set(part, pid)
}

/** Lets a stopped part go on. */
export const resumePart = (part: Part): void => {
  const pid = stopped.get(part)
  if (pid) process.kill(-pid, 'SIGCONT')
  stopped.delete(part)
}

/** Lets everything go on and waits until all parts are ready: for what follows, whatever a test has done. */
export const resumeAll = async (): Promise<void> => {
  for (const part of stopped.keys()) resumePart(part)
  const isReady = async () => (await fetch(`${stack.url}/api/ready`).catch(() => null))?.status
  await expect.poll(isReady, { timeout: RECOVERY_MS, intervals: [250] }).toBe(200)
}
