/** How a file is read, told before the first order is placed. */

import { relative } from 'node:path'
import type { Plan } from '../orders/plan'
import { printable } from '../read/printable'
import type { Table } from '../read/table'

const SHOWN_NAMES = 3

/** Names with other letters than ASCII first: they show whether the encoding is right. */
const namesToShow = ({ orders }: Plan): string[] => {
  const names = [...new Set(orders.map(({ body }) => body.shippingAddress.name))]
  const isForeign = (name: string) => /\P{ASCII}/u.test(name)
  return [...names.filter(isForeign), ...names.filter((name) => !isForeign(name))].slice(0, SHOWN_NAMES)
}

/** Lines about encoding, delimiter, mapping, and names as they are read. */
export const fileNotes = (table: Table, plan: Plan, mapping: string): string[] => {
  const names = namesToShow(plan).map(printable)
  return [
    table.notes.join(' '),
    `Mapping: ${printable(relative(process.cwd(), mapping))}`,
    ...(names.length > 0 ? [`Names as they are read: ${names.join(' · ')}`] : []),
  ]
}
