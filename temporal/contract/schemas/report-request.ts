/** Queries of the reports. */

import { z } from 'zod'
import { DEFAULT_REPORT_DAYS, REPORT_DAYS, REPORT_TABLES, type ReportDays } from '../reports/decision-report'
import { timeZone } from './request-fields'

const days = z
  .enum(REPORT_DAYS.map(String) as [string, ...string[]], `days is ${REPORT_DAYS.join(', ')}`)
  .default(String(DEFAULT_REPORT_DAYS))
  .transform((value) => Number(value) as ReportDays)

export const ReadReport = z.strictObject({ days, zone: timeZone.optional() })

export const ExportReport = z.strictObject({
  days,
  zone: timeZone.optional(),
  by: z.enum(REPORT_TABLES, `by is ${REPORT_TABLES.join(', ')}`),
})
