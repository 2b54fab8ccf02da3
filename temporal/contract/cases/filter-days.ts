/** The days that a filter names, as instants. Apart from the filters, which pages load. */

import { addDays, dayIn, startOfDay, UTC } from '../days'
import type { CaseFilter, DueFilter } from './case-filter'

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Days that a `due` filter covers, today included; absent for one that counts no days. */
export const DUE_DAYS: Partial<Record<DueFilter, number>> = { today: 1, week: 7 }

/** First instant and end of the days that `due` covers. */
export const getDueWindow = (
  days: number,
  zone: string | undefined,
  now: Date,
): [from: string, to: string] => {
  const today = dayIn(zone ?? UTC, now)
  return [startOfDay(zone ?? UTC, today), startOfDay(zone ?? UTC, addDays(today, days))]
}

/** The filter with instants for its days. Without days it depends on no zone, and its results can be shared. */
export const resolveDays = (filter: CaseFilter, zone: string): CaseFilter => {
  const { zone: _, from, to, ...others } = filter
  const countsDays = filter.due !== undefined && DUE_DAYS[filter.due] !== undefined
  return {
    ...others,
    ...(countsDays && { zone }),
    ...(from !== undefined && { from: DAY.test(from) ? startOfDay(zone, from) : from }),
    ...(to !== undefined && { to: DAY.test(to) ? startOfDay(zone, addDays(to, 1)) : to }),
  }
}
