/** Builds the viewer context of the case components. */

import { listGroups } from '@/app/_server/people/list-groups'
import { createCache } from '@/app/_server/platform/resilience/cache'
import { isDatabaseDown } from '@/app/_server/platform/resilience/database-errors'
import { databaseBreaker } from '@/app/_server/platform/resilience/dependency-breakers'
import type { ViewerContextValue } from '@/components/case/viewer-context'
import type { Actor } from '@/temporal/contract/auth/actor'
import { assign, cancelOrder, claim, comment, decide, release, retry, takeOver } from '../actions'
import { actingAs } from './acting-as'
import { getRequestContext } from './request-context'

type Groups = Awaited<ReturnType<typeof listGroups>>['items']
const CACHE_OPTIONS = { freshMs: 0, loadTimeoutMs: 1_500, maxEntries: 1 }

const actions = { decide, claim, release, takeOver, assign, comment, cancelOrder, retry }

/** Read at each request; without Postgres as last read. */
const getGroups = async (): Promise<Groups> => {
  const ctx = await getRequestContext()
  const cache = ctx.runtime.shared('group-cache', () =>
    createCache<Groups>(databaseBreaker(ctx.runtime), CACHE_OPTIONS),
  )
  try {
    return await cache.get('groups', async () => (await listGroups(ctx)).items)
  } catch (error) {
    // Without its name a group shows its id; cases can be read and decided all the same.
    if (isDatabaseDown(error)) return []
    throw error
  }
}

export const getViewerContext = async (viewer: Actor): Promise<ViewerContextValue> => {
  const { temporalUi, temporal } = (await getRequestContext()).runtime.env
  return {
    viewer,
    actions: actingAs(viewer, actions),
    groups: await getGroups(),
    temporalUi: temporalUi && `${temporalUi}/namespaces/${temporal.namespace}`,
  }
}
