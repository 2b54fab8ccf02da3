/** The form of a mapping; `docs/import.md` shows each key with an example. */

import { z } from 'zod'
import { isDateFormat } from '../values/date-format'
import { NUMBER_FORMATS } from '../values/decimal'

const template = z.string().min(1)
const list = z.union([z.string(), z.array(z.string()).min(1)])
const dateFormat = z.string().refine(isDateFormat, 'This is not a format of a date')

const pattern = z.string().refine((text) => {
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}, 'This is not a regular expression')

const valueFields = {
  from: template,
  default: z.string().optional(),
  /** Texts that mean that there is no value. */
  empty: z.array(z.string()).optional(),
  /** Texts of the file and what they mean. */
  words: z.record(z.string(), z.string()).optional(),
  /** Regular expression; its first group is the value. */
  take: pattern.optional(),
}
const value = z.union([template, z.strictObject(valueFields)])

/** Digits by country, such as `{"US": 5}`: shorter numbers get their zeros back. */
const postalCode = z.union([
  template,
  z.strictObject({ ...valueFields, pad: z.record(z.string(), z.int().min(3).max(10)).optional() }),
])

/** `only`: rows in other currencies are left out. */
const currency = z.union([template, z.strictObject({ ...valueFields, only: z.string().optional() })])

const condition = z.strictObject({
  column: template,
  is: list.optional(),
  not: list.optional(),
  empty: z.boolean().optional(),
  matches: pattern.optional(),
  negative: z.boolean().optional(),
})

const order = z.strictObject({
  /** Order number of the file, the identity of an order. */
  number: value.optional(),
  email: value,
  sku: value,
  title: value.optional(),
  quantity: value,
  /** Pieces that were refunded, taken off the quantity. */
  refundedQuantity: value.optional(),
  /** Price of one piece. */
  unitPrice: value.optional(),
  /** Price of the whole line. */
  lineTotal: value.optional(),
  /** Id of the line; a second line with the same id is refused. */
  lineId: value.optional(),
  purchasedAt: value.optional(),
  paymentToken: template,
  shippingAddress: z.strictObject({
    name: value,
    line1: value,
    line2: value.optional(),
    city: value.optional(),
    region: value.optional(),
    postalCode: postalCode.optional(),
    country: value,
  }),
  /** Sum of the lines as the file has it. */
  linesTotal: value.optional(),
  /** Amounts that are told and not imported, such as shipping. */
  beside: z.record(z.string(), value).optional(),
})

export const MappingSchema = z.strictObject({
  format: z.enum(['csv', 'whitespace']).default('csv'),
  encoding: z.string().optional(),
  delimiter: z.string().length(1).optional(),
  quotes: z.enum(['fields', 'letters']).default('fields'),
  header: z.boolean().default(false),
  columns: z.array(z.string().min(1)).min(1).optional(),
  rowsUnderHeading: z.int().min(0).max(100).default(0),
  footers: z.array(pattern).default([]),
  otherLengths: z.enum(['refuse the file', 'reject the row']).optional(),
  entities: z.boolean().default(false),
  decodedTwice: z.enum(['reject', 'repair', 'keep']).default('reject'),
  numbers: z.enum(NUMBER_FORMATS).default('1234.56'),
  amounts: z.enum(['unit', 'smallest unit']).default('unit'),
  rounding: z.enum(['refuse', 'half up']).default('refuse'),
  currency: currency.optional(),
  dateFormat: z.union([dateFormat, z.array(dateFormat).min(1)]).default('YYYY-MM-DD'),
  timeZone: value.optional(),
  /** Name of the shop that numbers the orders. */
  shop: z.string().min(1).max(100).optional(),
  keepRows: z.array(condition).default([]),
  keepOrders: z.array(condition).default([]),
  summaryRows: z.array(condition).default([]),
  returns: z.strictObject({ where: z.array(condition).min(1), of: template.optional() }).optional(),
  products: z
    .strictObject({ cell: template, between: z.string().min(1), keys: z.array(z.string().min(1)).min(2) })
    .optional(),
  unknownProducts: z.union([z.literal('refuse'), z.strictObject({ standIn: template })]).default('refuse'),
  order,
})

export type Mapping = z.output<typeof MappingSchema>
export type Value = z.output<typeof value>
export type PostalCode = z.output<typeof postalCode>
export type Condition = z.output<typeof condition>
export type AddressMapping = Mapping['order']['shippingAddress']
