/**
 * Sends console output of Next.js and libraries to our log. Printed by the console, an error would show all of its
 * fields, such as the parameters of a failed query.
 */

import { serializeError } from '@/temporal/contract/log-redaction'
import type { Logger } from './log'

const LEVELS = { error: 'error', warn: 'warn' } as const

const toText = (args: unknown[]): string =>
  args
    .filter((arg) => typeof arg === 'string' || typeof arg === 'number')
    .join(' ')
    .trim()

/** Redirects `console.error` and `console.warn` to `log`. Objects other than errors are left out. */
export const captureConsole = (log: Logger, target: Pick<Console, 'error' | 'warn'> = console): void => {
  for (const [method, level] of Object.entries(LEVELS) as [keyof typeof LEVELS, 'error' | 'warn'][])
    target[method] = (...args: unknown[]): void => {
      const error = args.find((arg) => arg instanceof Error)
      log[level](error === undefined ? {} : { cause: serializeError(error) }, toText(args) || 'console')
    }
}
