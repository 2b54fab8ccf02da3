/** The report about decisions. Durations are milliseconds; days are UTC, as in the filters of lists. */

import type { z } from 'zod'
import type { DecisionReportSchema } from '../schemas/report-response'

export const REPORT_DAYS = [7, 30, 90] as const
export type ReportDays = (typeof REPORT_DAYS)[number]
export const DEFAULT_REPORT_DAYS: ReportDays = 30

export const REPORT_TABLES = ['day', 'person', 'group'] as const
export type ReportTable = (typeof REPORT_TABLES)[number]

export type DecisionReport = z.output<typeof DecisionReportSchema>
export type ReportDay = DecisionReport['byDay'][number]
export type ReportRow = DecisionReport['byPerson'][number]
export type Percentiles = ReportRow['toClaim']
