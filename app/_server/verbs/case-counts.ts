import { demand, type Verb } from '@/app/_server/http/context'
import { countCases } from '@/db/queries/case-counts'
import type { CaseCounts } from '@/temporal/contract/filter'
import type { CountCases } from '@/temporal/contract/schemas/list'
import { withMe } from '../cases/actors'
import { type KnownCounts, knownCounts } from '../cases/known-counts'
import { isDatabaseDown } from '../http/database-errors'
import { canonicalHash } from '../orders/canonical-hash'
import { databaseRest } from '../resting'

/** Counts are asked for by every open inbox at every change. */
const FRESH_MS = 2_000
/** Questions remembered: each person asks for the whole, and for what they search. */
const MAX_QUESTIONS = 1_000
const DATABASE_MS = 2_500

/**
 * The numbers on the tabs of a list, whole or narrowed by a filter, at most 2 s old; older while Postgres is away, as
 * `asOf` says.
 */
export const caseCounts: Verb<CountCases, CaseCounts> = async (ctx, { filter: asked }) => {
  const { runtime, now } = ctx
  const actor = demand(ctx, 'case.list')
  const filter = withMe(asked, actor.id)
  const key = canonicalHash({ id: actor.id, groups: actor.groups, filter })
  const counted = knownCounts(runtime)
  const known = counted.get(key)
  if (known && now.getTime() - known.atMs < FRESH_MS) return known.counts
  const counts = databaseRest(runtime)
    .ask(() => countCases(runtime.db, actor, filter, now), DATABASE_MS)
    .catch((error: unknown) => {
      if (known?.last && isDatabaseDown(error)) return known.last
      throw error
    })
  const entry: KnownCounts = { actorId: actor.id, atMs: now.getTime(), counts, last: known?.last ?? null }
  counted.delete(key)
  counted.set(key, entry)
  const [oldest] = counted.keys()
  if (counted.size > MAX_QUESTIONS && oldest !== undefined) counted.delete(oldest)
  entry.last = await counts
  return counts
}
