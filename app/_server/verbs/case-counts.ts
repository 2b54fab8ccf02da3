import { demand, type Verb } from '@/app/_server/http/context'
import { countCases } from '@/db/queries/cases'
import type { CaseCounts } from '@/temporal/contract/filter'
import { isDatabaseDown } from '../http/database-errors'
import { withDeadline } from '../http/deadline'

/** Counts are asked for by every open inbox at every change. */
const FRESH_MS = 2_000
const MAX_ACTORS = 1_000
const DATABASE_MS = 2_500

interface Counted {
  at: number
  counts: Promise<CaseCounts>
  /** The last counts that came, for as long as no newer ones can be had. */
  last: CaseCounts | null
}

/** The numbers on the tabs of the inbox, at most 2 s old; older while Postgres is away, as `asOf` says. */
export const caseCounts: Verb<Record<string, never>, CaseCounts> = async (ctx) => {
  const { runtime, now } = ctx
  const { id } = demand(ctx, 'case.list')
  const counted = runtime.shared('case-counts', () => new Map<string, Counted>())
  const known = counted.get(id)
  if (known && now.getTime() - known.at < FRESH_MS) return known.counts
  const counts = withDeadline(countCases(runtime.db, id, now), DATABASE_MS).catch((error: unknown) => {
    if (known?.last && isDatabaseDown(error)) return known.last
    throw error
  })
  const entry: Counted = { at: now.getTime(), counts, last: known?.last ?? null }
  counted.delete(id)
  counted.set(id, entry)
  const [oldest] = counted.keys()
  if (counted.size > MAX_ACTORS && oldest !== undefined) counted.delete(oldest)
  entry.last = await counts
  return counts
}
