import type { z } from 'zod'
import { updateTimeZone } from '@/db/queries/people/accounts'
import type { SetTimeZone } from '@/temporal/contract/schemas/people-request'
import { requirePermission, type Verb } from './context'
import { getActorCache } from './load-actor'

/** Sets the time zone whose days lists and reports count for the caller; an empty one is that of the browser. */
export const setTimeZone: Verb<z.output<typeof SetTimeZone>, { changed: true }> = async (ctx, { zone }) => {
  const actor = requirePermission(ctx, 'account.own')
  await updateTimeZone(ctx.runtime.db, actor.id, zone || null)
  getActorCache(ctx.runtime).invalidate(actor.id)
  return { changed: true }
}
