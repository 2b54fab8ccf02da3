import type { z } from 'zod'
import { requirePermission, type Verb } from '@/app/_server/auth/context'
import type { Colleague } from '@/temporal/contract/people/people'
import type { SearchColleagues } from '@/temporal/contract/schemas/people'
import { getStaffCache } from '../auth/staff-cache'

const LIMIT = 20

/** 0 where the name, a further word of it or the e-mail begins with `q`, 1 where one of them contains it, else null. */
const rankMatch = ({ name, email }: Colleague, q: string): number | null => {
  const [names, address] = [name.toLowerCase(), email.toLowerCase()]
  if (names.startsWith(q) || address.startsWith(q) || names.includes(` ${q}`)) return 0
  return names.includes(q) || address.includes(q) ? 1 : null
}

/** Staff whose name or e-mail contains `q`, those that begin with it first; as last known while Postgres is away. */
export const searchColleagues: Verb<z.output<typeof SearchColleagues>, { items: Colleague[] }> = async (
  ctx,
  { q },
) => {
  requirePermission(ctx, 'people.list')
  const wanted = q.toLowerCase()
  const ranked = (await getStaffCache(ctx.runtime).all()).flatMap((colleague) => {
    const rank = rankMatch(colleague, wanted)
    return rank === null ? [] : [{ colleague, rank }]
  })
  // A stable sort: within a rank they stay by name.
  const items = ranked.sort((a, b) => a.rank - b.rank).map(({ colleague }) => colleague)
  return { items: items.slice(0, LIMIT) }
}
