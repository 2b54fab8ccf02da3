/** Rows without an order number that equal rows of another file: one purchase or two, which only a person knows. */

import type { PlacementResponse } from '../../temporal/contract/schemas/order-response'
import type { ImportApi } from './api'
import { keyInFile } from './idempotency-key'
import type { PlannedOrder } from './orders/plan'
import { linesOf } from './orders/plan'
import { findPlaced } from './placed-before'
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
      const rows = members.flatMap(({ order }) => order.rows).slice(0, SHOWN_LINES)
      const more = members.length > rows.length ? ` and ${members.length - rows.length} more` : ''
      return `${members.length} ${members.length === 1 ? 'row equals a row' : 'rows equal rows'} of ${file} (${linesOf(rows)}${more})`
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

interface Request {
  orders: readonly PlannedOrder[]
  fileHash: string
  sameRowsAre: SameRows | undefined
  api: Pick<ImportApi, 'placements'>
}

/** Rows of another file that this file placed as purchases of its own, in an earlier run. */
const resolveOwn = async (tasks: readonly Task[], { fileHash, api }: Request): Promise<Task[]> => {
  const owned = await findPlaced(
    tasks.map(({ key }) => keyInFile(key, fileHash)),
    api,
  )
  return tasks.map((task) => {
    const key = keyInFile(task.key, fileHash)
    const before = owned.get(key)
    return before ? { ...task, key, before } : task
  })
}

const answer = (task: Task, { fileHash, sameRowsAre }: Request): Task =>
  sameRowsAre === 'new'
    ? { ...task, key: keyInFile(task.key, fileHash), before: null }
    : { ...task, isSkipped: true }

/**
 * Finds out what is to be done with each order.
 * @throws FileFault when rows equal those of another file and the person did not say what they are
 */
export const decideTasks = async (request: Request): Promise<Decided> => {
  const { orders, fileHash, sameRowsAre, api } = request
  const placed = await findPlaced(
    orders.map(({ key }) => key),
    api,
  )
  const all = orders.map(
    (order): Task => ({ order, key: order.key, before: placed.get(order.key) ?? null, isSkipped: false }),
  )
  const isOther = ({ order, before }: Task) =>
    order.number === null && before !== null && isOfOtherFile(before, fileHash)
  const resolved = new Map((await resolveOwn(all.filter(isOther), request)).map((task) => [task.order, task]))
  const open = [...resolved.values()].filter(isOther)
  if (open.length > 0 && sameRowsAre === undefined) throw ask(open)
  const answered = new Map(open.map((task) => [task.order, answer(task, request)]))
  const byRow = await findPlacedByRow(
    all.filter(({ before }) => before === null).map(({ order }) => order),
    api,
  )
  const skipped = new Set(byRow.map(({ order }) => order))
  const tasks = all
    .map((task) => answered.get(task.order) ?? resolved.get(task.order) ?? task)
    .map((task) => (skipped.has(task.order) ? { ...task, isSkipped: true } : task))
  const what = sameRowsAre === 'new' ? 'placed as purchases of their own' : 'taken for the same purchases'
  return {
    tasks,
    notes: [
      ...(open.length > 0 ? [`${describe(open)}: ${what}.`] : []),
      ...unknownFileNote(all),
      ...placedByRowNotes(byRow),
    ],
  }
}
