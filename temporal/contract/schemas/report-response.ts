/** Responses of reports. */

import { z } from 'zod'
import { REPORT_DAYS, type ReportDays } from '../reports/decision-report'
import { time } from './response-fields'

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
  zone: z.string().describe('Time zone of its days, an IANA name'),
  now: z.object({ open: z.int(), dueToday: z.int(), overdue: z.int(), decidedToday: z.int() }),
  toClaim: percentiles.describe('Milliseconds'),
  toDecide: percentiles.describe('Milliseconds'),
  byDay: z.array(
    z.object({
      /** `YYYY-MM-DD` in the zone of the report. */
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
