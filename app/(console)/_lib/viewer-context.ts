/** Builds the viewer context of the case components. */

import { listGroups } from '@/app/_server/people/groups'
import { isDatabaseDown } from '@/app/_server/platform/resilience/database-errors'
import { databaseBreaker } from '@/app/_server/platform/resilience/dependency-breakers'
import type { ViewerContextValue } from '@/components/case/viewer-context'
import type { Actor } from '@/temporal/contract/people/people'
import { assign, cancelOrder, claim, comment, decide, release } from '../actions'
import { getRequestContext } from './request-context'

type Groups = Awaited<ReturnType<typeof listGroups>>['items']
const GROUPS_TIMEOUT_MS = 1_500

const actions = { decide, claim, release, assign, comment, cancelOrder }

const listCachedGroups = async () => {
  const ctx = await getRequestContext()
  const cache = ctx.runtime.shared('known-groups', (): { items: Groups } => ({ items: [] }))
  try {
    cache.items = (await databaseBreaker(ctx.runtime).execute(() => listGroups(ctx), GROUPS_TIMEOUT_MS)).items
    return cache.items
  } catch (error) {
    // Falls back to the cached groups: without one a group shows its id, and cases can still be read and decided.
    if (isDatabaseDown(error)) return cache.items
    throw error
  }
}

export const getViewerContext = async (viewer: Actor): Promise<ViewerContextValue> => {
  const { temporalUi, temporal } = (await getRequestContext()).runtime.env
  return {
    viewer,
    actions,
    groups: await listCachedGroups(),
    temporalUi: temporalUi && `${temporalUi}/namespaces/${temporal.namespace}`,
  }
}
