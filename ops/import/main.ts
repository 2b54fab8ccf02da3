/** `npm run import`: see USAGE. Exit code 0 when every row is an order, 1 when not, 130 when stopped. */

import { DEFAULT_CURRENCY, formatMoney } from '../../temporal/contract/money'
import { AccessDenied, createApi } from './api'
import { MappingError, readMapping } from './mapping'
import { type Options, parseOptions, USAGE, UsageError } from './options'
import { formatDuration, showProgress } from './progress'
import { openRejects } from './rejects'
import { countRows } from './rows'
import { startImport, type Totals, toRowFormat } from './start-import'

const STOPPED = new Error('stopped')
const PRINT_WAIT_EVERY_MS = 2_000

const formatCount = (value: number): string => value.toLocaleString('en-US')

const formatSummary = (totals: Totals, options: Options, tookMs: number): string => {
  const states = Object.entries(totals.settled).map(([state, n]) => `${formatCount(n)} ${state}`)
  const lines = [
    `${formatCount(totals.placed)} orders placed, ${formatCount(totals.replayed)} already there, ` +
      `${formatCount(totals.rejected)} rows rejected, in ${formatDuration(tookMs)}.`,
    `Line totals of all these orders: ${formatMoney(totals.totalCents, DEFAULT_CURRENCY)}.`,
  ]
  if (states.length > 0) lines.push(`At rest: ${states.join(', ')}.`)
  if (totals.unfinished > 0) lines.push(`Still under way: ${formatCount(totals.unfinished)}.`)
  if (totals.rejected > 0) lines.push(`Rejected rows and reasons: ${options.rejects}`)
  return lines.join('\n')
}

/** Message for an expected failure, or null for an unexpected one, whose stack is printed. */
const expectedFailure = (error: unknown): string | null => {
  if (error instanceof AccessDenied) return `The API does not let this import in: ${error.message}`
  if (error instanceof MappingError) return error.message
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES' ? (error as Error).message : null
}

/** Prints at most every two seconds why the import waits, because many requests wait for the same server. */
const throttle = (say: (text: string) => void): ((text: string) => void) => {
  let lastMs = 0
  return (text) => {
    if (Date.now() - lastMs < PRINT_WAIT_EVERY_MS) return
    lastMs = Date.now()
    say(text)
  }
}

const importFile = async (options: Options): Promise<number> => {
  const startMs = Date.now()
  const mapping = readMapping(options.mapping)
  const rows = (await countRows(options.file, toRowFormat(mapping))) - (mapping.header ? 1 : 0)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => (stop.signal.aborted ? process.exit(130) : stop.abort(STOPPED)))

  const say = throttle((text) => progress.say(text))
  const api = createApi({
    ...options,
    stop: stop.signal,
    onWait: (reason, waitMs) => say(`Waiting ${formatDuration(waitMs)}: ${reason}`),
  })
  const { totals, done } = startImport({
    ...options,
    mapping,
    api,
    rejects: openRejects(options.rejects),
    stop,
  })
  const progress = showProgress(process.stdout, Math.max(0, rows), totals)
  const failure = await done.then(
    () => null,
    (error: unknown) => (stop.signal.aborted ? stop.signal.reason : error),
  )
  progress.end()
  console.log(formatSummary(totals(), options, Date.now() - startMs))
  if (failure === STOPPED) {
    console.log('Stopped. Run the same command again to continue.')
    return 130
  }
  if (failure !== null) throw failure
  return totals().rejected > 0 ? 1 : 0
}

try {
  process.exitCode = await importFile(parseOptions(process.argv.slice(2)))
} catch (error) {
  const reason = error instanceof UsageError ? `${error.message}\n\n${USAGE}` : expectedFailure(error)
  console.error(reason ?? error)
  process.exitCode = 1
}
