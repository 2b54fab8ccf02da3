import type { z } from 'zod'
import { requirePermission, type Verb } from '@/app/_server/auth/context'
import type { Colleague } from '@/temporal/contract/people/people'
import type { SearchColleagues } from '@/temporal/contract/schemas/people-request'
import { foldText } from '@/temporal/contract/text/fold-text'
import { getStaffCache } from '../auth/staff-cache'

const LIMIT = 20

/** 0 if the name, a later word of it, or the e-mail starts with `q`; 1 if one of them contains it; else null. */
const rankMatch = ({ name, email }: Colleague, q: string): number | null => {
  const [names, address] = [foldText(name), foldText(email)]
  if (names.startsWith(q) || address.startsWith(q) || names.includes(` ${q}`)) return 0
  return names.includes(q) || address.includes(q) ? 1 : null
}

/** Staff whose name or e-mail contains `q`, prefix matches first. While Postgres is down the cached staff is used. */
export const searchColleagues: Verb<z.output<typeof SearchColleagues>, { items: Colleague[] }> = async (
  ctx,
  { q },
) => {
  requirePermission(ctx, 'people.list')
  const query = foldText(q)
  const ranked = (await getStaffCache(ctx.runtime).all()).flatMap((colleague) => {
    const rank = rankMatch(colleague, query)
    return rank === null ? [] : [{ colleague, rank }]
  })
  // The sort is stable: within a rank the order by name stays.
  const items = ranked.sort((a, b) => a.rank - b.rank).map(({ colleague }) => colleague)
  return { items: items.slice(0, LIMIT) }
}
