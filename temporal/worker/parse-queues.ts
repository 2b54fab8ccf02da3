/** Parses which task queues this worker serves: all, or those of `--queues order,approval`. */

import { parseArgs } from 'node:util'
import type { CaseKind } from '../contract/cases/case-ids'
import { TASK_QUEUES } from '../contract/temporal-names'
import { StartError } from './env'

export type QueueName = CaseKind
const ALL_QUEUES = Object.keys(TASK_QUEUES) as QueueName[]

const isQueue = (name: string): name is QueueName => Object.hasOwn(TASK_QUEUES, name)

/**
 * Parses the queues of `args`, which are `process.argv` without its first two items.
 * @throws StartError for an unknown option or queue
 */
export const parseQueues = (args: readonly string[]): QueueName[] => {
  const usage = `Usage: worker [--queues ${ALL_QUEUES.join(',')}]`
  let named: string | undefined
  try {
    named = parseArgs({ args: [...args], options: { queues: { type: 'string' } } }).values.queues
  } catch (error) {
    throw new StartError(`${(error as Error).message}. ${usage}`)
  }
  if (named === undefined) return ALL_QUEUES
  const names = [...new Set(named.split(',').map((name) => name.trim()))]
  if (!names.every(isQueue))
    throw new StartError(`There is no queue ${names.find((n) => !isQueue(n))}. ${usage}`)
  return names
}
