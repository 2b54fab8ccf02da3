/** Makes the plan of an import from the rows of a file. Nothing is placed here. */

import { orderKey, rowKeys } from '../idempotency-key'
import type { Mapping } from '../mapping/mapping-schema'
import type { Row } from '../read/row'
import type { Table } from '../read/table'
import { unmetCondition } from './conditions'
import { findCurrency, splitCurrencies } from './currency'
import { checkDayAndMonth, checkFooter, entityNotices } from './file-checks'
import { groupRows, type RowGroup } from './group-rows'
import type { LeftOut, Plan, PlannedOrder, Rejection } from './plan'
import { columnsOf, createCellReader, firstOf, type ReadCell } from './read-cells'
import { isReturn, toReturn } from './returns'
import { type OrderContext, toOrder } from './to-order'

/** Rows that the mapping keeps, and those that it leaves out with the reason. */
const filterRows = (rows: readonly Row[], { keepRows }: Mapping, read: ReadCell) => {
  const kept: Row[] = []
  const leftOut: LeftOut[] = []
  for (const row of rows) {
    const because = unmetCondition(keepRows, columnsOf(read, row, 'text'))
    if (because === null) kept.push(row)
    else leftOut.push({ because, number: null, isOrder: false, rows: [row] })
  }
  return { kept, leftOut }
}

/** Filters orders by all their rows together, since a value may stand on one of them only. */
const filterOrders = (groups: readonly RowGroup[], { keepOrders }: Mapping, read: ReadCell) => {
  const kept: RowGroup[] = []
  const leftOut: LeftOut[] = []
  for (const group of groups) {
    const because = unmetCondition(keepOrders, firstOf(read, [...group.rows, ...group.leftOut], 'text'))
    if (because === null) kept.push(group)
    else leftOut.push({ because, number: group.number, isOrder: true, rows: group.rows })
  }
  return { kept, leftOut }
}

/** Rows that are lines: a row that sums up the others is none. */
const lineRows = ({ rows }: RowGroup, { summaryRows }: Mapping, read: ReadCell): Row[] =>
  summaryRows.length === 0 || rows.length === 1
    ? rows
    : rows.filter((row) => unmetCondition(summaryRows, columnsOf(read, row, 'text')) !== null)

interface Placeable {
  orders: PlannedOrder[]
  rejections: Rejection[]
  notices: string[]
}

const keysOf = (
  { number, rows }: RowGroup,
  { shop }: Mapping,
  keys: ReadonlyMap<Row, string>,
): Pick<PlannedOrder, 'key' | 'formerKeys'> => {
  const own = rows.flatMap((row) => keys.get(row) ?? [])
  return number === null
    ? { key: own[0] ?? '', formerKeys: [] }
    : { key: orderKey(shop ?? '', number), formerKeys: own }
}

const rejectedKeys = (
  group: RowGroup,
  mapping: Mapping,
  keys: ReadonlyMap<Row, string>,
): Pick<Rejection, 'key' | 'rowKeys'> => {
  const isOrder = group.number !== null && group.problem === null
  return {
    key: isOrder ? keysOf(group, mapping, keys).key : null,
    rowKeys: group.rows.map((row) => keys.get(row) ?? ''),
  }
}

const toOrders = (
  groups: readonly RowGroup[],
  context: OrderContext,
  keys: ReadonlyMap<Row, string>,
): Placeable => {
  const result: Placeable = { orders: [], rejections: [], notices: [] }
  const { mapping, read } = context
  for (const group of groups) {
    const outcome = toOrder(group, lineRows(group, mapping, read), context)
    const reason = [group.problem, outcome.ok ? null : outcome.reason]
      .filter((text) => text !== null)
      .join('; ')
    if (!outcome.ok || group.problem !== null) {
      result.rejections.push({
        number: group.number,
        rows: group.rows,
        reason,
        ...rejectedKeys(group, mapping, keys),
      })
      continue
    }
    result.orders.push({ ...outcome.order, ...keysOf(group, mapping, keys) })
    result.notices.push(
      ...outcome.notes.map((note) => `${group.number ?? `Line ${group.rows[0]?.line}`}: ${note}.`),
    )
  }
  return result
}

const otherLengthRejections = (
  { otherLengths, headingCells }: Table,
  keys: ReadonlyMap<Row, string>,
): Rejection[] =>
  otherLengths.map((row) => ({
    number: null,
    rows: [row],
    key: null,
    rowKeys: [keys.get(row) ?? ''],
    reason: `${row.fields.length} columns instead of ${headingCells.length}`,
  }))

const byLine = (a: { rows: Row[] }, b: { rows: Row[] }): number =>
  (a.rows[0]?.line ?? 0) - (b.rows[0]?.line ?? 0)

/**
 * The plan of an import.
 * @param name name of the file, for messages
 * @throws FileFault for what concerns the whole file
 */
export const buildPlan = (table: Table, mapping: Mapping, name: string): Plan => {
  const read = createCellReader(table, mapping)
  const keys = rowKeys([...table.rows, ...table.otherLengths])
  const goods = table.rows.filter((row) => !isReturn(row, mapping, read))
  const rows = filterRows(goods, mapping, read)
  const leftOutRows = rows.leftOut.flatMap((entry) => entry.rows)
  const filtered = filterOrders(groupRows(rows.kept, leftOutRows, mapping, read), mapping, read)
  const { groups, leftOut } = splitCurrencies(filtered.kept, mapping, read)
  const currency = findCurrency(groups, mapping, read, name)
  checkDayAndMonth(groups, mapping, read, name)
  const { orders, rejections, notices } = toOrders(
    groups,
    { mapping, read, currency, lineIds: new Map() },
    keys,
  )
  const plan: Plan = {
    orders: orders.toSorted(byLine),
    rejections: [...rejections, ...otherLengthRejections(table, keys)].toSorted(byLine),
    leftOut: [...rows.leftOut, ...filtered.leftOut, ...leftOut].toSorted(byLine),
    returns: table.rows
      .filter((row) => isReturn(row, mapping, read))
      .map((row) => toReturn(row, mapping, read, currency)),
    currency,
    notices: [...notices, ...entityNotices(table, mapping)],
  }
  checkFooter(table, plan, name)
  return plan
}
