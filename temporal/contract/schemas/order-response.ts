/** Responses with orders. */

import { z } from 'zod'
import { BUSINESS_ERROR_CODES } from '../errors'
import { RULE_NAMES } from '../orders/approval-rules'
import { OUTCOMES } from '../orders/order'
import {
  activityStreamItem,
  approvalDecision,
  approvalState,
  cents,
  currency,
  number,
  orderState,
  person,
  storedEntry,
  time,
  version,
} from './response-fields'

const line = z.object({
  sku: z.string(),
  originalSku: z
    .string()
    .optional()
    .describe('SKU of the shop that an imported line comes from; `sku` is then the product that stands in'),
  name: z.string(),
  quantity: z.int(),
  unitCents: cents.nullable().describe('Null where an imported line has only a total'),
  lineCents: cents,
})

const approval = z.object({
  approvalId: z.string(),
  state: approvalState,
  decision: approvalDecision.nullable(),
})

const outcome = z.object({
  code: z.enum([...OUTCOMES, ...BUSINESS_ERROR_CODES]),
  reason: z.string(),
  customerReason: z.string().optional().describe('Words meant for the customer'),
})

/** The fields of an order in every response that shows one. */
export const orderFields = {
  orderId: z.string(),
  number,
  workflowId: z.string(),
  runId: z.string(),
  state: orderState,
  purchasedAt: z.string().nullable().describe('Day of an imported purchase'),
  customer: person,
  lines: z.array(line),
  totalCents: cents,
  currency,
  rule: z
    .object({ rule: z.enum(RULE_NAMES), reason: z.string() })
    .nullable()
    .describe('The rule that asked for an approval'),
  approval: approval.nullable(),
  stock: z.enum(['none', 'reserved', 'released']),
  payment: z.object({
    status: z.enum(['none', 'charging', 'pending', 'charged', 'refunding', 'refunded', 'voided']),
    chargedCents: cents,
    refundedCents: cents,
  }),
  shipment: z
    .object({
      shipmentId: z.string().nullable(),
      scheduledAt: time.describe('From here on an order cannot be cancelled'),
      expectedAt: time.optional().describe('When the carrier means to deliver; absent where it did not say'),
      shippedAt: time.nullable(),
      deliveredAt: time.nullable(),
    })
    .nullable(),
  attention: z
    .object({
      step: z.string(),
      error: z.string(),
      since: time,
      attempts: z.int(),
      retryAt: time
        .nullable()
        .optional()
        .describe('When it is tried again by itself; null while it is tried on request'),
    })
    .nullable()
    .describe('A step that waits for something that cannot be reached'),
  policyGroups: z
    .array(z.string())
    .optional()
    .describe('Groups that an approval of the order may be asked of; empty for customers'),
  cancelRequest: z.object({ by: person, reason: z.string(), at: time }).nullable(),
  outcome: outcome.nullable().describe('Why it ended, or will once it is undone'),
}

/** The order as its workflow keeps it: the result of the query `getOrderState`. */
export const OrderViewSchema = z.object({
  kind: z.literal('order'),
  ...orderFields,
  version,
  createdAt: time,
  updatedAt: time,
  stream: z.array(storedEntry),
})

const address = z.object({
  name: z.string(),
  line1: z.string(),
  line2: z.string().optional(),
  district: z.string().optional(),
  city: z.string().describe('Empty where addresses have none, as in Dubai'),
  region: z.string().optional(),
  postalCode: z.string().describe('Empty where there is none, as in Hong Kong'),
  country: z.string(),
})

/** Response of `GET /orders/{orderId}`. */
export const OrderResponseSchema = OrderViewSchema.extend({
  stream: z.array(activityStreamItem).describe('Empty for customers'),
  email: z.string().optional().describe('Absent while it cannot be read'),
  shippingAddress: address.optional().describe('Absent while it cannot be read'),
  addressLines: z
    .array(z.string())
    .optional()
    .describe('The shipping address as its country prints it, with the country’s name in English last'),
  source: z.enum(['workflow', 'snapshot']),
  asOf: time,
})

/** Response of `GET /orders/placements`. */
export const PlacementsSchema = z.array(
  z.object({
    idempotencyKey: z.string(),
    orderId: z.string(),
    isSamePrincipal: z.boolean().describe('False for what another token of the account placed'),
    placedAt: time,
    importedFrom: z
      .object({
        file: z.string(),
        fileHash: z.string(),
        orderNumber: z.string().optional(),
        purchasedAt: z.string().optional(),
      })
      .nullable()
      .describe('Null where the import did not say'),
    email: z.string(),
    items: z.array(
      z.object({
        sku: z.string(),
        quantity: z.int(),
        lineTotalCents: cents.optional(),
        standIn: z.object({ sku: z.string(), title: z.string() }).optional(),
      }),
    ),
    shippingAddress: address,
    paymentToken: z.string(),
    purchasedAt: z.string().nullable(),
  }),
)
export type PlacementResponse = z.output<typeof PlacementsSchema>[number]

export const OrderStatesSchema = z.array(z.object({ orderId: z.string(), state: orderState }))
