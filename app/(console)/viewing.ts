/** What the parts of a case need to know about who looks at it. */

import { isDatabaseDown } from '@/app/_server/http/database-errors'
import { listGroups } from '@/app/_server/verbs/groups'
import type { Viewing } from '@/components/case/viewer'
import type { Actor } from '@/temporal/contract/people'
import { assign, cancelOrder, claim, comment, decide, release } from './actions'
import { readingContext } from './reading'

const actions = { decide, claim, release, assign, comment, cancelOrder }

const groupsOf = async () => {
  const ctx = await readingContext()
  try {
    return (await listGroups(ctx)).items
  } catch (error) {
    // Without Postgres groups have ids only; cases are read and decided all the same.
    if (isDatabaseDown(error)) return []
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
