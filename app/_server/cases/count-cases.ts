import { requirePermission, type Verb } from '@/app/_server/auth/context'
import { selectCaseCounts } from '@/db/queries/cases/case-counts'
import type { CaseCounts } from '@/temporal/contract/cases/case-filter'
import { resolveDays } from '@/temporal/contract/cases/filter-days'
import type { CountCases } from '@/temporal/contract/schemas/case-list-request'
import { getTimeZone } from '../auth/time-zone'
import { canonicalHash } from '../platform/canonical-hash'
import { withMe } from './case-access'
import { getCachedCounts } from './case-count-cache'

/** The counts on the tabs of a list, at most 2 s old; older while Postgres is unavailable, as `asOf` says. */
export const countCases: Verb<CountCases, CaseCounts> = async (ctx, input) => {
  const { runtime, now } = ctx
  const actor = requirePermission(ctx, 'case.list')
  const filter = resolveDays(withMe(input.filter, actor.id), getTimeZone(ctx, input.filter.zone))
  return getCachedCounts(runtime, actor.id, canonicalHash({ groups: actor.groups, filter }), () =>
    selectCaseCounts(runtime.db, actor, filter, now),
  )
}
