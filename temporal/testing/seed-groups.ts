/** Groups with people who may decide, so that approvals of tests stay where they were asked. */

import type { Database } from '../../db/client'
import { groupMembers, groups, user } from '../../db/schema/auth'

const TEST_GROUPS = ['risk', 'finance'] as const

/** Two agents in each group: one of them may be who asked. */
export const seedGroups = async (db: Database): Promise<void> => {
  const people = ['one', 'two'].map((id) => ({
    id: `seat-${id}`,
    name: `Seat ${id}`,
    email: `seat-${id}@seats.test`,
    role: 'agent' as const,
  }))
  await db.insert(user).values(people)
  await db.insert(groups).values(TEST_GROUPS.map((id) => ({ id, name: id === 'risk' ? 'Risk' : 'Finance' })))
  const seats = TEST_GROUPS.flatMap((groupId) => people.map(({ id: userId }) => ({ groupId, userId })))
  await db.insert(groupMembers).values(seats)
}
