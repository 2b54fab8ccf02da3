import { requirePermission, type Verb } from '@/app/_server/auth/context'
import { selectCaseCounts } from '@/db/queries/cases/case-counts'
import type { CaseCounts } from '@/temporal/contract/cases/case-filter'
import type { CountCases } from '@/temporal/contract/schemas/case-list'
import { canonicalHash } from '../platform/canonical-hash'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { withMe } from './case-access'
import { type CachedCounts, getCountCache } from './case-count-cache'

/** Counts are asked for by every open inbox at every change. */
const FRESH_MS = 2_000
/** Questions remembered: each person asks for the whole, and for what they search. */
const MAX_ENTRIES = 1_000
const DATABASE_MS = 2_500

/**
 * The numbers on the tabs of a list, whole or narrowed by a filter, at most 2 s old; older while Postgres is away, as
 * `asOf` says.
 */
export const countCases: Verb<CountCases, CaseCounts> = async (ctx, { filter: asked }) => {
  const { runtime, now } = ctx
  const actor = requirePermission(ctx, 'case.list')
  const filter = withMe(asked, actor.id)
  const key = canonicalHash({ id: actor.id, groups: actor.groups, filter })
  const counted = getCountCache(runtime)
  const known = counted.get(key)
  if (known && now.getTime() - known.atMs < FRESH_MS) return known.counts
  const counts = databaseBreaker(runtime)
    .execute(() => selectCaseCounts(runtime.db, actor, filter, now), DATABASE_MS)
    .catch((error: unknown) => {
      if (known?.last && isDatabaseDown(error)) return known.last
      throw error
    })
  const entry: CachedCounts = { actorId: actor.id, atMs: now.getTime(), counts, last: known?.last ?? null }
  counted.delete(key)
  counted.set(key, entry)
  const [oldest] = counted.keys()
  if (counted.size > MAX_ENTRIES && oldest !== undefined) counted.delete(oldest)
  entry.last = await counts
  return counts
}
