/** Rows without an order number that equal rows of another file: one purchase or two, which only a person knows. */

import type { ImportedFrom } from '../../temporal/contract/schemas/order-request'
import type { PlacementResponse } from '../../temporal/contract/schemas/order-response'
import type { ImportApi } from './api'
import { keyInFile } from './idempotency-key'
import type { PlannedOrder } from './orders/plan'
import { linesOf } from './orders/plan'
import { findPlaced, groupInFiles } from './placed-before'
import { findPlacedByRow, placedByRowNotes } from './placed-by-row'
import { FileFault } from './read/file-fault'
import { quoted } from './read/printable'

export type SameRows = 'new' | 'skip'

/** What is to be done with an order of the plan. */
export interface Task {
  order: PlannedOrder
  key: string
  /** The order as it was placed before, or null. */
  before: PlacementResponse | null
  /** True for what was placed before under another key, such as a row of another file that is the same purchase. */
  isSkipped: boolean
}

export interface Decided {
  tasks: Task[]
  /** Sentences for a person. */
  notes: string[]
}

const SHOWN_LINES = 10

const isOfOtherFile = ({ importedFrom }: PlacementResponse, fileHash: string): boolean =>
  importedFrom !== null && importedFrom.fileHash !== fileHash

const day = (placement: PlacementResponse): string => placement.placedAt.slice(0, 10)

const shownLines = (tasks: readonly Task[]): string => {
  const rows = tasks.flatMap(({ order }) => order.rows).slice(0, SHOWN_LINES)
  return `${linesOf(rows)}${tasks.length > rows.length ? ` and ${tasks.length - rows.length} more` : ''}`
}

/** Such as `3 rows (lines 2, 5 and 9) equal rows of "march.csv", imported on 2026-04-01`. */
const describe = (tasks: readonly Task[]): string => {
  const files = new Map<string, Task[]>()
  for (const task of tasks) {
    const file = task.before
      ? `${quoted(task.before.importedFrom?.file ?? '')}, imported on ${day(task.before)}`
      : ''
    files.set(file, [...(files.get(file) ?? []), task])
  }
  return [...files]
    .map(([file, members]) => {
      return `${members.length} ${members.length === 1 ? 'row equals a row' : 'rows equal rows'} of ${file} (${shownLines(members)})`
    })
    .join('; ')
}

const ask = (tasks: readonly Task[]): FileFault =>
  new FileFault(
    `${describe(tasks)}: --same-rows-are skip takes them for the same purchases, --same-rows-are new places them as purchases of their own.`,
  )

const unknownFileNote = (tasks: readonly Task[]): string[] => {
  const unknown = tasks.filter(({ order, before }) => order.number === null && before?.importedFrom === null)
  const [first] = unknown
  return first?.before
    ? [
        `${unknown.length} rows were placed by an import that did not record its file, the first on ${day(first.before)}; they are taken for the same purchases.`,
      ]
    : []
}

/** The file that is imported. */
type OwnFile = Pick<ImportedFrom, 'file' | 'fileHash'>

interface Request {
  orders: readonly PlannedOrder[]
  file: OwnFile
  sameRowsAre: SameRows | undefined
  api: Pick<ImportApi, 'placements'>
}

const hasOwnName = ({ importedFrom }: PlacementResponse, { file }: OwnFile): boolean =>
  importedFrom?.file === file

/**
 * A row of another file that this file placed as a purchase of its own, in an earlier run. The name tells the file, too:
 * a person who mends rows of it and repeats the import has a file with another hash.
 */
const resolveOwn = (task: Task, inFiles: readonly PlacementResponse[], file: OwnFile): Task => {
  const before =
    inFiles.find(({ importedFrom }) => importedFrom?.fileHash === file.fileHash) ??
    inFiles.find((placement) => hasOwnName(placement, file))
  return before ? { ...task, key: before.idempotencyKey, before } : task
}

/** What an earlier content of this file placed stays its own order: `new` is about other files. */
const answer = (task: Task, { file, sameRowsAre }: Request): Task => {
  if (sameRowsAre !== 'new') return { ...task, isSkipped: true }
  return task.before && hasOwnName(task.before, file)
    ? task
    : { ...task, key: keyInFile(task.key, file.fileHash), before: null }
}

const ownNote = (tasks: readonly Task[], file: OwnFile): string[] => {
  const own = tasks.filter(
    ({ order, before, isSkipped }) =>
      !isSkipped && order.number === null && before !== null && isOfOtherFile(before, file.fileHash),
  )
  return own.length === 0
    ? []
    : [
        `${own.length} ${own.length === 1 ? 'row was' : 'rows were'} placed from ${quoted(file.file)} when it had another content (${shownLines(own)}) and ${own.length === 1 ? 'is' : 'are'} not placed again; give a file with other purchases another name.`,
      ]
}

const answerNote = (open: readonly Task[], { file, sameRowsAre }: Request): string[] => {
  const told = sameRowsAre === 'new' ? open.filter(({ before }) => before && !hasOwnName(before, file)) : open
  const what = sameRowsAre === 'new' ? 'placed as purchases of their own' : 'taken for the same purchases'
  return told.length > 0 ? [`${describe(told)}: ${what}.`] : []
}

/**
 * Finds out what is to be done with each order.
 * @throws FileFault when rows equal those of another file and the person did not say what they are
 */
export const decideTasks = async (request: Request): Promise<Decided> => {
  const { orders, file, sameRowsAre, api } = request
  const placed = await findPlaced(
    orders.map(({ key }) => key),
    api,
  )
  const inFiles = groupInFiles(placed)
  const all = orders.map(
    (order): Task => ({ order, key: order.key, before: placed.get(order.key) ?? null, isSkipped: false }),
  )
  const isOther = ({ order, before }: Task) =>
    order.number === null && before !== null && isOfOtherFile(before, file.fileHash)
  const resolved = all.map((task) =>
    isOther(task) ? resolveOwn(task, inFiles.get(task.key) ?? [], file) : task,
  )
  const open = resolved.filter((task) => isOther(task) && task.key === task.order.key)
  if (open.length > 0 && sameRowsAre === undefined) throw ask(open)
  const byRow = await findPlacedByRow(
    all.filter(({ before }) => before === null).map(({ order }) => order),
    api,
  )
  const skipped = new Set(byRow.map(({ order }) => order))
  const opened = new Set(open)
  const tasks = resolved
    .map((task) => (opened.has(task) ? answer(task, request) : task))
    .map((task) => (skipped.has(task.order) ? { ...task, isSkipped: true } : task))
  return {
    tasks,
    notes: [
      ...answerNote(open, request),
      ...ownNote(tasks, file),
      ...unknownFileNote(all),
      ...placedByRowNotes(byRow),
    ],
  }
}
