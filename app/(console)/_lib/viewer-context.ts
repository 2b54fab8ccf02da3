/** What the parts of a case need to know about who looks at it. */

import { listGroups } from '@/app/_server/people/list-groups'
import { isDatabaseDown } from '@/app/_server/platform/resilience/database-errors'
import { databaseBreaker } from '@/app/_server/platform/resilience/dependency-breakers'
import type { ViewerContextValue } from '@/components/case/viewer-context'
import type { Actor } from '@/temporal/contract/auth/actor'
import { assign, cancelOrder, claim, comment, decide, release } from '../actions'
import { getRequestContext } from './request-context'

type Groups = Awaited<ReturnType<typeof listGroups>>['items']
const GROUPS_TIMEOUT_MS = 1_500

const actions = { decide, claim, release, assign, comment, cancelOrder }

const listKnownGroups = async () => {
  const ctx = await getRequestContext()
  const known = ctx.runtime.shared('known-groups', (): { items: Groups } => ({ items: [] }))
  try {
    known.items = (await databaseBreaker(ctx.runtime).execute(() => listGroups(ctx), GROUPS_TIMEOUT_MS)).items
    return known.items
  } catch (error) {
    // As last known: without a name a group shows its id, and cases are read and decided all the same.
    if (isDatabaseDown(error)) return known.items
    throw error
  }
}

export const getViewerContext = async (viewer: Actor): Promise<ViewerContextValue> => {
  const { temporalUi, temporal } = (await getRequestContext()).runtime.env
  return {
    viewer,
    actions,
    groups: await listKnownGroups(),
    temporalUi: temporalUi && `${temporalUi}/namespaces/${temporal.namespace}`,
  }
}
