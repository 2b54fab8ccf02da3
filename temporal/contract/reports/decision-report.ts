/** What a supervisor reads about decisions: counts of now, and times of the days before. Times are milliseconds. */

export const REPORT_DAYS = [7, 30, 90] as const
export type ReportDays = (typeof REPORT_DAYS)[number]
export const DEFAULT_REPORT_DAYS: ReportDays = 30

/** How long something took: the middle one, and the one that 9 of 10 stay below; null where there is none. */
export interface Percentiles {
  median: number | null
  p90: number | null
}

/** Decisions of one person or one group within the report's days. */
export interface ReportRow {
  /** Account or group. */
  id: string
  name: string
  /** Open approvals that wait for them right now. */
  open: number
  overdue: number
  approved: number
  rejected: number
  /** From creation to the first claim or assignment, of what was decided. */
  toClaim: Percentiles
  /** From creation to the decision. */
  toDecide: Percentiles
}

export interface ReportDay {
  /** `YYYY-MM-DD`, UTC. */
  day: string
  opened: number
  approved: number
  rejected: number
  /** Ended without a person: expired or withdrawn. */
  lapsed: number
}

/** Answer of `GET /reports/decisions`. Days are UTC's, as in the filters of lists. */
export interface DecisionReport {
  days: ReportDays
  now: { open: number; dueToday: number; overdue: number; decidedToday: number }
  toClaim: Percentiles
  toDecide: Percentiles
  byDay: ReportDay[]
  byPerson: ReportRow[]
  byGroup: ReportRow[]
  asOf: string
}

export const REPORT_TABLES = ['day', 'person', 'group'] as const
export type ReportTable = (typeof REPORT_TABLES)[number]
