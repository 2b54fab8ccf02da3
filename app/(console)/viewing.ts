/** What the parts of a case need to know about who looks at it. */

import { isDatabaseDown } from '@/app/_server/http/database-errors'
import { databaseRest } from '@/app/_server/resting'
import { listGroups } from '@/app/_server/verbs/groups'
import type { Viewing } from '@/components/case/viewer'
import type { Actor } from '@/temporal/contract/people'
import { assign, cancelOrder, claim, comment, decide, release } from './actions'
import { readingContext } from './reading'

type Groups = Awaited<ReturnType<typeof listGroups>>['items']
const GROUPS_MS = 1_500

const actions = { decide, claim, release, assign, comment, cancelOrder }

const groupsOf = async () => {
  const ctx = await readingContext()
  const known = ctx.runtime.shared('known-groups', (): { items: Groups } => ({ items: [] }))
  try {
    known.items = (await databaseRest(ctx.runtime).ask(() => listGroups(ctx), GROUPS_MS)).items
    return known.items
  } catch (error) {
    // As last known: without a name a group shows its id, and cases are read and decided all the same.
    if (isDatabaseDown(error)) return known.items
    throw error
  }
}

export const viewingFor = async (viewer: Actor): Promise<Viewing> => {
  const { temporalUi, temporal } = (await readingContext()).runtime.env
  return {
    viewer,
    actions,
    groups: await groupsOf(),
    temporalUi: temporalUi && `${temporalUi}/namespaces/${temporal.namespace}`,
  }
}
