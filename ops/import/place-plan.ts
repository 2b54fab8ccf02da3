/** Places a plan through the API and prints how it goes. */

import { basename } from 'node:path'
import { DEFAULT_CURRENCY } from '../../temporal/contract/money'
import { createApi } from './api'
import type { Options } from './options'
import type { Plan } from './orders/plan'
import { type Changes, collectChanges } from './placed-before'
import { formatDuration, showProgress } from './progress'
import { FileFault } from './read/file-fault'
import { printable } from './read/printable'
import type { Table } from './read/table'
import type { FileBytes } from './read-file'
import { openRejects, type Rejects } from './rejects'
import { besidesOrders } from './report/plan-report'
import { type Decided, decideTasks } from './same-rows'
import { startImport, type Totals } from './start-import'
import { formatMinor } from './values/money'

const STOPPED = new Error('stopped')
const PRINT_WAIT_EVERY_MS = 2_000

const formatCount = (value: number): string => value.toLocaleString('en-US')

/** Prints at most every two seconds why the import waits, because many requests wait for the same server. */
const throttle = (say: (text: string) => void): ((text: string) => void) => {
  let lastMs = 0
  return (text) => {
    if (Date.now() - lastMs < PRINT_WAIT_EVERY_MS) return
    lastMs = Date.now()
    say(text)
  }
}

const changeLines = (changes: Changes): string[] =>
  changes.count() === 0
    ? []
    : [
        `${formatCount(changes.count())} placed orders read differently now; they stay as they were placed:`,
        ...changes.list().map((line) => `  ${printable(line)}`),
      ]

interface Summary {
  totals: Totals
  plan: Plan
  changes: Changes
  rejects: Rejects
  tookMs: number
}

const formatSummary = ({ totals, plan, changes, rejects, tookMs }: Summary): string => {
  const states = Object.entries(totals.settled).map(([state, n]) => `${formatCount(n)} ${state}`)
  return [
    `${formatCount(totals.placed)} orders placed, ${formatCount(totals.replayed)} already there, ` +
      `${formatCount(totals.rejectedRows)} rows rejected, in ${formatDuration(tookMs)}.`,
    `Line totals of all these orders: ${formatMinor(totals.totalMinor, plan.currency)}.`,
    ...(states.length > 0 ? [`At rest: ${states.join(', ')}.`] : []),
    ...(totals.unfinished > 0 ? [`Still under way: ${formatCount(totals.unfinished)}.`] : []),
    ...besidesOrders(plan),
    ...changeLines(changes),
    ...(rejects.path() === null ? [] : [`Rejected rows and reasons: ${printable(rejects.path() ?? '')}`]),
  ].join('\n')
}

/** Products have prices in the shop's currency, so amounts in another one would be taken for it. */
export const currencyFault = ({ currency }: Plan, name: string): FileFault | null =>
  currency === DEFAULT_CURRENCY
    ? null
    : new FileFault(
        `${name} is in ${currency}, and the shop takes ${DEFAULT_CURRENCY} only: nothing can be placed.`,
      )

const stopOnSignals = (): AbortController => {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => (stop.signal.aborted ? process.exit(130) : stop.abort(STOPPED)))
  return stop
}

const sizeOf = ({ tasks, rejections, alreadyPlaced }: Omit<Decided, 'notes'>): number =>
  tasks.length + rejections.length + alreadyPlaced.length

/** Waits for the end of an import; returns the reason why it ended early, or null. */
const untilDone = (done: Promise<void>, stop: AbortController): Promise<unknown> =>
  done.then(
    () => null,
    (error: unknown) => (stop.signal.aborted ? stop.signal.reason : error),
  )

/**
 * Places the orders of a plan.
 * @returns the exit code
 * @throws FileFault before the first order, for what concerns the whole file
 */
export const placePlan = async (
  file: FileBytes,
  table: Table,
  plan: Plan,
  options: Options,
): Promise<number> => {
  const startMs = Date.now()
  const name = basename(file.path)
  const fault = currencyFault(plan, name)
  if (fault) throw fault
  const stop = stopOnSignals()
  const say = throttle((text) => (progress ? progress.say(text) : console.log(text)))
  let progress: ReturnType<typeof showProgress> | null = null
  const api = createApi({
    ...options.resolveApi(),
    stop: stop.signal,
    onWait: (reason, waitMs) => say(`Waiting ${formatDuration(waitMs)}: ${reason}`),
  })
  const source = { file: name, fileHash: file.fileHash }
  const { notes, ...decided } = await decideTasks({
    ...plan,
    file: source,
    sameRowsAre: options.sameRowsAre,
    api,
  })
  for (const note of notes) console.log(printable(note))
  const [rejects, changes] = [openRejects(options.rejects, table.headingCells), collectChanges()]
  const { totals, done } = startImport({
    ...decided,
    file: source,
    api,
    rejects,
    changes,
    window: options.window,
    stop,
  })
  progress = showProgress(process.stdout, sizeOf(decided), totals)
  const failure = await untilDone(done, stop)
  progress.end()
  console.log(formatSummary({ totals: totals(), plan, changes, rejects, tookMs: Date.now() - startMs }))
  if (failure === STOPPED) {
    console.log('Stopped. Run the same command again to continue.')
    return 130
  }
  if (failure !== null) throw failure
  return totals().rejected > 0 ? 1 : 0
}
