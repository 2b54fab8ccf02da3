/** The activity that counts who may decide. */

import type { Database } from '../../db/client'
import { selectDeciderCounts } from '../../db/queries/people/deciders'
import type { DeciderActivities } from '../contract/activities'

export const deciderActivities = (db: Database): DeciderActivities => ({
  countDeciders: ({ groups, requesterId }) => selectDeciderCounts(db, groups, requesterId ?? null),
})
