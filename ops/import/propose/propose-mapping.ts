/** Makes a mapping out of the headings and values of a file. */

import { cleanCell } from '../values/cell'
import type { FoundTable } from './find-table'
import { dateFormatsOf, numberFormatOf } from './guess-formats'
import { type Field, recognise } from './known-headings'

export interface Proposal {
  /** A mapping, without the fields that no column was found for. */
  mapping: Record<string, unknown>
  recognised: [field: string, column: string][]
  unused: string[]
  /** Needed fields without a column. */
  missing: string[]
  /** Decisions that a person must check, in sentences. */
  doubts: string[]
}

const valuesOf = ({ names, rows }: FoundTable, column: string | undefined): string[] =>
  column === undefined
    ? []
    : rows
        .map(({ cells }) => cleanCell(cells[names.indexOf(column)] ?? '', 'code', false))
        .filter((text) => text !== '')

const braced = (column: string | undefined): string | undefined =>
  column === undefined ? undefined : `{${column}}`

type Found = Partial<Record<Field, string>>

/** Given and family name stand in the order of the file, which is that of its language. */
const nameTemplate = ({ name, firstName, lastName }: Found, names: readonly string[]): string | undefined =>
  firstName !== undefined && lastName !== undefined
    ? [firstName, lastName]
        .toSorted((a, b) => names.indexOf(a) - names.indexOf(b))
        .map(braced)
        .join(' ')
    : braced(name)

/** Some shops call the order number a name, such as `#1001`. */
const withNumber = (table: FoundTable, found: Found): Found => {
  const { names } = table
  const column = names.find((name) => name.toLowerCase() === 'name' && name !== found.name)
  const values = valuesOf(table, column)
  const isNumber = values.length > 0 && values.every((text) => /^#?\d+$/.test(text))
  return found.number === undefined && isNumber && column !== undefined ? { ...found, number: column } : found
}

const toAddress = (found: Found, names: readonly string[]) => ({
  name: nameTemplate(found, names),
  line1: braced(found.line1),
  line2: braced(found.line2),
  city: braced(found.city),
  region: braced(found.region),
  postalCode: braced(found.postalCode),
  country: braced(found.country),
})

const toPrice = ({ unitPrice, lineTotal }: Found) =>
  unitPrice === undefined ? { lineTotal: braced(lineTotal) } : { unitPrice: braced(unitPrice) }

const NEEDED: readonly [field: Field, what: string][] = [
  ['number', 'order number (rows without one are told apart by their content)'],
  ['email', 'e-mail address'],
  ['sku', 'SKU'],
  ['quantity', 'quantity'],
  ['line1', 'street'],
  ['city', 'city'],
  ['postalCode', 'postal code'],
  ['country', 'country'],
]

const missingOf = (found: Found, names: readonly string[]): string[] => [
  ...NEEDED.filter(([field]) => found[field] === undefined).map(([, what]) => what),
  ...(nameTemplate(found, names) === undefined ? ['name'] : []),
  ...(found.unitPrice === undefined && found.lineTotal === undefined ? ['price'] : []),
]

const priceDoubt = ({ unitPrice, lineTotal }: Found): string[] => {
  if (unitPrice !== undefined)
    return [
      `"${unitPrice}" is taken for the price of one piece; if it is that of the line, write "lineTotal" for "unitPrice".`,
    ]
  return lineTotal === undefined
    ? []
    : [
        `"${lineTotal}" is taken for the price of the whole line; if it is that of one piece, write "unitPrice" for "lineTotal".`,
      ]
}

const dateDoubt = (formats: readonly string[], column: string | undefined): string[] => {
  if (column === undefined) return []
  const [first, second] = formats
  if (first === undefined)
    return [`The dates of "${column}" are in no format that is known: set "dateFormat".`]
  return second === undefined
    ? []
    : [`The dates of "${column}" fit ${formats.slice(0, 3).join(', ')}; ${first} is taken.`]
}

const statusDoubt = (table: FoundTable, { status }: Found): string[] => {
  const values = [...new Set(valuesOf(table, status))].slice(0, 8)
  return status === undefined || values.length < 2
    ? []
    : [
        `"${status}" is one of ${values.map((value) => `"${value}"`).join(', ')}: "keepOrders" can leave some of them out.`,
      ]
}

/** Proposes a mapping for a table. */
export const proposeMapping = (table: FoundTable, shop: string): Proposal => {
  const found = withNumber(table, recognise(table.names))
  const dates = dateFormatsOf(valuesOf(table, found.purchasedAt))
  const prices = valuesOf(table, found.unitPrice ?? found.lineTotal)
  const numbers = numberFormatOf(prices)
  const { name, firstName, lastName, line1, line2, city, region, postalCode, country, ...order } = found
  const mapping = {
    header: true,
    shop: found.number === undefined ? undefined : shop,
    encoding: table.encoding,
    delimiter: table.delimiter,
    numbers: numbers ?? undefined,
    currency: braced(found.currency),
    dateFormat: dates[0],
    order: {
      number: braced(order.number),
      email: braced(order.email),
      sku: braced(order.sku),
      title: braced(order.title),
      quantity: braced(order.quantity),
      ...toPrice(found),
      purchasedAt: dates[0] === undefined ? undefined : braced(order.purchasedAt),
      paymentToken: 'tok_approved',
      shippingAddress: toAddress(found, table.names),
    },
  }
  const recognised = Object.entries(found)
  return {
    // Undefined members are no members, as in the JSON that is printed.
    mapping: JSON.parse(JSON.stringify(mapping)) as Record<string, unknown>,
    recognised,
    unused: table.names.filter((column) => !recognised.some(([, used]) => used === column)),
    missing: missingOf(found, table.names),
    doubts: [
      ...priceDoubt(found),
      ...(numbers === null ? ['The prices are in no format that is known: set "numbers".'] : []),
      ...dateDoubt(dates, found.purchasedAt),
      ...statusDoubt(table, found),
    ],
  }
}
