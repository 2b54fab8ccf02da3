/** Answers about people, products and reports, and of what is refused. */

import { z } from 'zod'
import { ROLES } from '../auth/actor'
import { ERRORS, type ErrorCode } from '../errors'
import type { Colleague } from '../people/people'
import type { FieldError } from '../problem'
import {
  type DecisionReport,
  type Percentiles,
  REPORT_DAYS,
  type ReportDays,
  type ReportRow,
} from '../reports/decision-report'
import { DEPENDENCIES, type SystemStatus } from '../system-status'
import { exactSchema } from './exact-schema'
import { cents, currency, orderState, time } from './response-fields'

export const NoContentSchema = z.void()

export const ColleaguesSchema = exactSchema<{ items: Colleague[] }>()(
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

export const ProductsSchema = z.object({
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

export const SystemStatusSchema = exactSchema<SystemStatus>()(
  z.object({
    down: z
      .partialRecord(z.enum(DEPENDENCIES), time)
      .describe('Since when a part has been down; a part that is up is absent'),
    asOf: time,
  }),
)

export const OrderStatesSchema = z.array(z.object({ orderId: z.string(), state: orderState }))

const percentiles = exactSchema<Percentiles>()(
  z.object({ median: z.number().nullable(), p90: z.number().nullable() }),
)
const row = exactSchema<ReportRow>()(
  z.object({
    id: z.string(),
    name: z.string(),
    open: z.int(),
    overdue: z.int(),
    approved: z.int(),
    rejected: z.int(),
    toClaim: percentiles,
    toDecide: percentiles,
  }),
)

export const DecisionReportSchema = exactSchema<DecisionReport>()(
  z.object({
    days: z.literal(REPORT_DAYS as readonly ReportDays[]),
    now: z.object({ open: z.int(), dueToday: z.int(), overdue: z.int(), decidedToday: z.int() }),
    toClaim: percentiles.describe('Milliseconds'),
    toDecide: percentiles.describe('Milliseconds'),
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

const fieldError = exactSchema<FieldError>()(
  z.object({ path: z.string().describe('Dotted; empty for the whole input'), message: z.string() }),
)

/** A problem document, RFC 9457; details of the refusal stand beside these members. */
export const ProblemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]).describe('Stable; titles may be reworded'),
  requestId: z.string().describe('Name it when you ask for help'),
  errors: z.array(fieldError).optional().describe('What was wrong with which field'),
})
