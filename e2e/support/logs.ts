/** The logs of web and worker. */

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stackFile } from './stack'

export type LogName = 'web' | 'worker'

/** Reads a log. */
export const readLog = (name: LogName): string =>
  readFileSync(join(dirname(stackFile), 'logs', `${name}.log`), 'utf8')

/** Reads the lines of a log that are JSON; programs that ours starts may write others. */
export const readLogEntries = (name: LogName): Record<string, unknown>[] =>
  readLog(name)
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
