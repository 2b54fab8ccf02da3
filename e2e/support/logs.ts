/** What web and worker have written to their logs. */

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stackFile } from './stack'

export type LogName = 'web' | 'worker'

/** The log as it stands. */
export const readLog = (name: LogName): string =>
  readFileSync(join(dirname(stackFile), 'logs', `${name}.log`), 'utf8')

/** Its lines that are JSON; programs beneath ours may write others. */
export const readLogEntries = (name: LogName): Record<string, unknown>[] =>
  readLog(name)
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
