/** Faults that only all orders of a file together show. */

import type { Mapping } from '../mapping/mapping-schema'
import { FileFault } from '../read/file-fault'
import { quoted } from '../read/printable'
import type { Table } from '../read/table'
import { hasEntity } from '../values/cell'
import { isSwapped } from '../values/date'
import type { RowGroup } from './group-rows'
import type { Plan } from './plan'
import type { ReadCell } from './read-cells'
import { dateText, orderColumns } from './to-order'

/** @throws FileFault where most days stand in the place of the month */
export const checkDayAndMonth = (
  groups: readonly RowGroup[],
  mapping: Mapping,
  read: ReadCell,
  name: string,
): void => {
  if (mapping.order.purchasedAt === undefined) return
  const formats = [mapping.dateFormat].flat()
  const texts = groups.map(({ rows }) => dateText(mapping, orderColumns(rows, read)))
  const swapped = texts.filter((text) => isSwapped(text, formats))
  if (swapped.length * 2 > texts.length)
    throw new FileFault(
      `Most dates of ${name}, such as ${quoted(swapped[0] ?? '')}, are none when they are read as ${formats.join(' or ')}: day and month stand the other way round.`,
    )
}

/** @throws FileFault when a footer counts other orders than the file has */
export const checkFooter = ({ footerCount }: Table, plan: Plan, name: string): void => {
  if (footerCount === null) return
  const leftOut = plan.leftOut.filter(({ isOrder }) => isOrder).length
  const found = plan.orders.length + plan.rejections.length + leftOut
  if (found !== footerCount)
    throw new FileFault(`${name} says that it has ${footerCount} orders, but has ${found}: is it whole?`)
}

/** Notice of cells with HTML entities, where the mapping does not say that there are any. */
export const entityNotices = ({ rows }: Table, mapping: Mapping): string[] => {
  if (mapping.entities) return []
  const cells = rows.flatMap(({ fields }) => fields.filter(hasEntity))
  return cells.length === 0
    ? []
    : [
        `${cells.length} cells have HTML entities, such as ${quoted(cells[0] ?? '')}: "entities": true in the mapping decodes them.`,
      ]
}
