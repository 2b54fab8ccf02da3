/** Bodies of `/orders`. */

import { z } from 'zod'
import { MAX_LINES, MAX_QUANTITY, MAX_REASON_LENGTH } from '../orders/order'
import { PAYMENT_TOKENS } from '../orders/payment-tokens'
import { address } from './address-request'
import { optionalMultilineText, optionalText, orderId, rawEmail, text, versionText } from './request-fields'

const MAX_LINE_CENTS = 1_000_000_000
const MAX_STATES_REQUESTED = 100
const QUANTITY = `A quantity is a whole number from 1 to ${MAX_QUANTITY}`

const item = z.strictObject({
  sku: text('The product', 64),
  quantity: z.int(QUANTITY).min(1, QUANTITY).max(MAX_QUANTITY, QUANTITY),
  /** Total of the line, for imports. */
  lineTotalCents: z
    .int('A line total is a whole number of the minor unit')
    .min(0)
    .max(MAX_LINE_CENTS)
    .optional()
    .describe('Integer of the minor unit of the product’s currency; for imports'),
  /** For imports: the product to place the line on where the catalogue has no such SKU. The line keeps SKU and title. */
  standIn: z
    .strictObject({ sku: text('The stand-in product', 64), title: text('The title', 200) })
    .optional(),
})
type Item = z.output<typeof item>

/** Merges lines of the same product, since stock is reserved by product. */
const mergeItems = (items: Item[], ctx: z.RefinementCtx): Item[] => {
  const merged = new Map<string, Item>()
  for (const [index, next] of items.entries()) {
    const before = merged.get(next.sku)
    const quantity = (before?.quantity ?? 0) + next.quantity
    const issue = (message: string) => ctx.addIssue({ code: 'custom', path: [index], message })
    if (quantity > MAX_QUANTITY) issue(`${next.sku} is ordered more than ${MAX_QUANTITY} times`)
    if (before && (before.lineTotalCents === undefined) !== (next.lineTotalCents === undefined))
      issue(`${next.sku} stands twice, once with a line total and once without`)
    if (next.standIn && next.lineTotalCents === undefined)
      issue(`${next.sku} has a stand-in product and no line total`)
    const total = (before?.lineTotalCents ?? 0) + (next.lineTotalCents ?? 0)
    merged.set(next.sku, {
      ...(before ?? next),
      quantity,
      ...(next.lineTotalCents === undefined ? {} : { lineTotalCents: total }),
    })
  }
  return [...merged.values()]
}

/** The file that an order comes from. It is no part of the order: the same order may stand in several files. */
const importedFrom = z.strictObject({
  file: text('The name of the file', 255),
  fileHash: z.string().regex(/^[0-9a-f]{16}$/, 'The hash of the file is 16 hexadecimal digits'),
  /** The shop's own number of the order. */
  orderNumber: optionalText('The order number', 100),
  /** Time of the purchase, where the file has it with its zone. */
  purchasedAt: z.iso.datetime('The time of the purchase is ISO 8601, UTC').optional(),
})
export type ImportedFrom = z.output<typeof importedFrom>

export const OrderRequest = z.strictObject({
  email: rawEmail('The e-mail address is missing').pipe(z.email('This is not an e-mail address')),
  items: z
    .array(item, { error: 'The items are missing' })
    .min(1, 'Order at least one product')
    .max(MAX_LINES, `At most ${MAX_LINES} lines fit into one order`)
    .transform(mergeItems),
  shippingAddress: address,
  paymentToken: z.enum(PAYMENT_TOKENS, `The payment token is one of ${PAYMENT_TOKENS.join(', ')}`),
  /** Day of an imported purchase. */
  purchasedAt: z.iso.date('The purchase date is written as YYYY-MM-DD').optional(),
  importedFrom: importedFrom.optional(),
})
export type OrderRequest = z.output<typeof OrderRequest>

/** A placement: the order and its idempotency key. */
export const Placement = z.strictObject({ idempotencyKey: z.string(), order: OrderRequest })
export type Placement = z.output<typeof Placement>

/** A placement in a request: the order is the body itself, so that error paths are those of the body. */
export const PlacementBody = OrderRequest.extend({ idempotencyKey: z.string() }).transform(
  ({ idempotencyKey, ...order }): Placement => ({ idempotencyKey, order }),
)

/** Any text is accepted as id, so that an approval's id gets the same 404 as an unknown one. */
export const ReadOrder = z.strictObject({ orderId: z.string() })

export const CancelOrder = z.strictObject({
  orderId: z.string(),
  reason: optionalMultilineText('The reason', MAX_REASON_LENGTH),
})
export type CancelOrder = z.output<typeof CancelOrder>

const ids = z
  .string({ error: 'Name the orders: ids=ord_…,ord_…' })
  .transform((list) => list.split(',').filter(Boolean))
  .pipe(
    z
      .array(orderId)
      .min(1, 'Name at least one order')
      .max(MAX_STATES_REQUESTED, `At most ${MAX_STATES_REQUESTED} orders at once`),
  )
export const OrderStatesQuery = z.strictObject({ ids })
export type OrderStatesQuery = z.output<typeof OrderStatesQuery>

const MAX_PLACEMENTS_REQUESTED = 100
/** A key in a comma list, without commas. */
const listedKey = z
  .string()
  .regex(/^[\x21-\x2b\x2d-\x7e]{1,128}$/, 'This is no idempotency key without a comma')
const keys = z
  .string({ error: 'Name the keys: keys=…,…' })
  .transform((list) => list.split(',').filter(Boolean))
  .pipe(
    z
      .array(listedKey)
      .min(1, 'Name at least one key')
      .max(MAX_PLACEMENTS_REQUESTED, `At most ${MAX_PLACEMENTS_REQUESTED} keys at once`),
  )
export const PlacementsQuery = z.strictObject({ keys })
export type PlacementsQuery = z.output<typeof PlacementsQuery>

export const TrackToken = z.strictObject({
  token: z.string(),
  minVersion: versionText.optional(),
})
export const CancelTracked = z.strictObject({
  token: z.string(),
  reason: optionalMultilineText('The reason', MAX_REASON_LENGTH),
})
export type CancelTracked = z.output<typeof CancelTracked>
