/** Responses about people, products, reports and the system's status, and the problem document. */

import { z } from 'zod'
import { ROLES } from '../auth/actor'
import { ERRORS, type ErrorCode } from '../errors'
import { REPORT_DAYS, type ReportDays } from '../reports/decision-report'
import { DEPENDENCIES } from '../system-status'
import { cents, currency, orderState, time } from './response-fields'

export const NoContentSchema = z.void()

export const ColleaguesSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.enum(ROLES),
      groups: z.array(z.string()),
    }),
  ),
})

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

export const SystemStatusSchema = z.object({
  down: z
    .partialRecord(z.enum(DEPENDENCIES), time)
    .describe('Since when a part has been down; a part that is up is absent'),
  asOf: time,
})

export const OrderStatesSchema = z.array(z.object({ orderId: z.string(), state: orderState }))

/** How long something took, in milliseconds: median and 90th percentile; null where nothing was measured. */
const percentiles = z.object({ median: z.number().nullable(), p90: z.number().nullable() })
/** Decisions of one person or one group within the days of the report. */
const row = z.object({
  id: z.string(),
  name: z.string(),
  /** Open approvals that wait for them now. */
  open: z.int(),
  overdue: z.int(),
  approved: z.int(),
  rejected: z.int(),
  /** From creation to the first claim or assignment, of decided approvals. */
  toClaim: percentiles,
  /** From creation to the decision. */
  toDecide: percentiles,
})

export const DecisionReportSchema = z.object({
  days: z.literal(REPORT_DAYS as readonly ReportDays[]),
  now: z.object({ open: z.int(), dueToday: z.int(), overdue: z.int(), decidedToday: z.int() }),
  toClaim: percentiles.describe('Milliseconds'),
  toDecide: percentiles.describe('Milliseconds'),
  byDay: z.array(
    z.object({
      /** `YYYY-MM-DD`, UTC. */
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
})

const fieldError = z.object({
  path: z.string().describe('Dotted; empty for the whole input'),
  message: z.string(),
})

/** A problem document (RFC 9457); details of the refusal are further members. */
export const ProblemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]).describe('Stable; titles may be reworded'),
  requestId: z.string().describe('Name it when you ask for help'),
  errors: z.array(fieldError).optional().describe('What was wrong with which field'),
})
