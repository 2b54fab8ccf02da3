/** Rows without an order number that equal rows of another file: one purchase or two, which only a person knows. */

import type { ImportedFrom } from '../../temporal/contract/schemas/order-request'
import type { PlacementResponse } from '../../temporal/contract/schemas/order-response'
import type { ImportApi } from './api'
import { keyInFile, keyOutsideFile } from './idempotency-key'
import type { PlannedOrder, Rejection } from './orders/plan'
import { linesOf } from './orders/plan'
import { findPlaced, groupInFiles } from './placed-before'
import { findPlacedByRow, placedByRowNotes } from './placed-by-row'
import {
  lookUpRejections,
  type PlacedRejection,
  placedRejectionNotes,
  type RejectedRow,
  withoutPlaced,
} from './placed-rejections'
import { FileFault } from './read/file-fault'
import { quoted } from './read/printable'

export type SameRows = 'new' | 'skip'

/** Rows that may have been placed before. */
interface Candidate {
  order: Pick<PlannedOrder, 'number' | 'rows'>
  key: string
  /** The order as it was placed before, or null. */
  before: PlacementResponse | null
  /** True for what was placed before under another key, such as a row of another file that is the same purchase. */
  isSkipped: boolean
}

/** What is to be done with an order of the plan. */
export interface Task extends Candidate {
  order: PlannedOrder
}

export interface Decided {
  tasks: Task[]
  /** Rejections, without what was placed before. */
  rejections: Rejection[]
  /** What was placed before of the rejections. */
  alreadyPlaced: PlacementResponse[]
  /** Sentences for a person. */
  notes: string[]
}

const SHOWN_LINES = 10

const isOfOtherFile = ({ importedFrom }: PlacementResponse, fileHash: string): boolean =>
  importedFrom !== null && importedFrom.fileHash !== fileHash

const isOther = ({ order, before }: Candidate, { fileHash }: OwnFile): boolean =>
  order.number === null && before !== null && isOfOtherFile(before, fileHash)

const day = (placement: PlacementResponse): string => placement.placedAt.slice(0, 10)

const shownLines = (tasks: readonly Candidate[]): string => {
  const rows = tasks.flatMap(({ order }) => order.rows).slice(0, SHOWN_LINES)
  return `${linesOf(rows)}${tasks.length > rows.length ? ` and ${tasks.length - rows.length} more` : ''}`
}

/** Such as `3 rows (lines 2, 5 and 9) equal rows of "march.csv", imported on 2026-04-01`. */
const describe = (tasks: readonly Candidate[]): string => {
  const files = new Map<string, Candidate[]>()
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

const ask = (tasks: readonly Candidate[]): FileFault =>
  new FileFault(
    `${describe(tasks)}: --same-rows-are skip takes them for the same purchases, --same-rows-are new places them as purchases of their own.`,
  )

const unknownFileNote = (tasks: readonly Candidate[]): string[] => {
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
  rejections: readonly Rejection[]
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
const resolveOwn = <C extends Candidate>(
  task: C,
  inFiles: readonly PlacementResponse[],
  file: OwnFile,
): C => {
  const before =
    inFiles.find(({ importedFrom }) => importedFrom?.fileHash === file.fileHash) ??
    inFiles.find((placement) => hasOwnName(placement, file))
  return before ? { ...task, key: before.idempotencyKey, before } : task
}

/** Rows without a number that equal rows of another file; such rows that this file placed itself are found. */
const resolveAll = <C extends Candidate>(
  tasks: readonly C[],
  placed: ReadonlyMap<string, PlacementResponse>,
  file: OwnFile,
): C[] => {
  const inFiles = groupInFiles(placed)
  return tasks.map((task) =>
    isOther(task, file) ? resolveOwn(task, inFiles.get(task.key) ?? [], file) : task,
  )
}

/** True where only a person knows whether it is the purchase of the other file. */
const isOpen = (task: Candidate, file: OwnFile): boolean =>
  isOther(task, file) && task.before !== null && keyOutsideFile(task.before) === null

/** What an earlier content of this file placed stays its own order: `new` is about other files. */
const answer = <C extends Candidate>(task: C, { file, sameRowsAre }: Request): C => {
  if (!isOpen(task, file)) return task
  if (sameRowsAre !== 'new') return { ...task, isSkipped: true }
  return task.before && hasOwnName(task.before, file)
    ? task
    : { ...task, key: keyInFile(task.key, file.fileHash), before: null }
}

const ownNote = (tasks: readonly Task[], file: OwnFile): string[] => {
  const own = tasks.filter((task) => !task.isSkipped && isOther(task, file))
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

const toPlacedRejections = (rows: readonly RejectedRow[]): PlacedRejection[] =>
  rows.flatMap(({ order, reason, before }) => (before ? { rows: order.rows, reason, before } : []))

/** The orders with what was placed under their keys. */
const lookUpOrders = async ({ orders, file, api }: Request): Promise<Task[]> => {
  const placed = await findPlaced(
    orders.map(({ key }) => key),
    api,
  )
  const tasks = orders.map(
    (order): Task => ({ order, key: order.key, before: placed.get(order.key) ?? null, isSkipped: false }),
  )
  return resolveAll(tasks, placed, file)
}

/**
 * Finds out what is to be done with each order, and which rejections were placed before.
 * @throws FileFault when rows equal those of another file and the person did not say what they are
 */
export const decideTasks = async (request: Request): Promise<Decided> => {
  const { rejections, file, sameRowsAre, api } = request
  const found = await lookUpOrders(request)
  const rejected = await lookUpRejections(rejections, api)
  const rejectedRows = resolveAll(rejected.rows, rejected.placed, file)
  const open = found.filter((task) => isOpen(task, file))
  const unclear = [...open, ...rejectedRows.filter((row) => isOpen(row, file))]
  if (unclear.length > 0 && sameRowsAre === undefined) throw ask(unclear)
  const byRow = await findPlacedByRow(
    found.filter(({ before }) => before === null).map(({ order }) => order),
    api,
  )
  const skipped = new Set(byRow.map(({ order }) => order))
  const tasks = found
    .map((task) => answer(task, request))
    .map((task) => (skipped.has(task.order) ? { ...task, isSkipped: true } : task))
  const placedRejections = [
    ...rejected.orders,
    ...toPlacedRejections(rejectedRows.map((row) => answer(row, request))),
  ]
  return {
    tasks,
    rejections: withoutPlaced(rejections, placedRejections),
    alreadyPlaced: placedRejections.map(({ before }) => before),
    notes: [
      ...answerNote(open, request),
      ...ownNote(tasks, file),
      ...unknownFileNote(found),
      ...placedByRowNotes(byRow),
      ...placedRejectionNotes(placedRejections),
    ],
  }
}
