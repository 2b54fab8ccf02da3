/** Answers about people, products and reports, and of what is refused. */

import { z } from 'zod'
import { ERRORS, type ErrorCode } from '../errors'
import { type Colleague, ROLES } from '../people'
import type { FieldError } from '../problem'
import { type DecisionReport, REPORT_DAYS, type ReportDays, type ReportRow, type Spread } from '../report'
import { PARTS, type ProductStatus } from '../status'
import { exact } from './exact'
import { cents, currency, orderState, time } from './reply-parts'

export const Empty = z.void()

export const People = exact<{ items: Colleague[] }>()(
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        role: z.enum(ROLES),
        groups: z.array(z.string()),
      }),
    ),
  }),
)

export const Products = z.object({
  items: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      description: z.string(),
      unitCents: cents,
      currency,
      available: z.int(),
    }),
  ),
})

export const Status = exact<ProductStatus>()(
  z.object({
    down: z
      .partialRecord(z.enum(PARTS), time)
      .describe('Since when a part has been down; a part that is up is absent'),
    asOf: time,
  }),
)

export const States = z.array(z.object({ orderId: z.string(), state: orderState }))

const spread = exact<Spread>()(z.object({ median: z.number().nullable(), p90: z.number().nullable() }))
const row = exact<ReportRow>()(
  z.object({
    id: z.string(),
    name: z.string(),
    open: z.int(),
    overdue: z.int(),
    approved: z.int(),
    rejected: z.int(),
    toClaim: spread,
    toDecide: spread,
  }),
)

export const Report = exact<DecisionReport>()(
  z.object({
    days: z.literal(REPORT_DAYS as readonly ReportDays[]),
    now: z.object({ open: z.int(), dueToday: z.int(), overdue: z.int(), decidedToday: z.int() }),
    toClaim: spread.describe('Milliseconds'),
    toDecide: spread.describe('Milliseconds'),
    byDay: z.array(
      z.object({
        day: z.string(),
        opened: z.int(),
        approved: z.int(),
        rejected: z.int(),
        lapsed: z.int().describe('Ended without a person'),
      }),
    ),
    byPerson: z.array(row),
    byGroup: z.array(row),
    asOf: time,
  }),
)

const fieldError = exact<FieldError>()(
  z.object({ path: z.string().describe('Dotted; empty for the whole input'), message: z.string() }),
)

/** A problem document, RFC 9457; details of the refusal stand beside these members. */
export const ProblemReply = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]).describe('Stable; titles may be reworded'),
  requestId: z.string().describe('Name it when you ask for help'),
  errors: z.array(fieldError).optional().describe('What was wrong with which field'),
})
