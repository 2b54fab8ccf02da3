/** Names of staff by account id, for lists that know people by id alone. */

import type { Person } from '@/temporal/contract/auth/actor'
import type { BaseCaseItem } from '@/temporal/contract/cases/case'

export interface StaffNameCache {
  /** Remembers the names that a list of the projection shows. */
  add(items: readonly BaseCaseItem[]): void
  /** The items with the names of their assignees; a name that nobody knows stays the id. */
  withNames(items: readonly BaseCaseItem[]): Promise<BaseCaseItem[]>
}

const FRESH_MS = 60_000

/** @param load all staff; may fail while Postgres is away, what was known before is used then */
export const createStaffNameCache = (
  load: () => Promise<readonly { id: string; name: string }[]>,
): StaffNameCache => {
  const names = new Map<string, string>()
  let loadedAt = 0

  const refresh = async (): Promise<void> => {
    if (Date.now() - loadedAt < FRESH_MS) return
    loadedAt = Date.now()
    for (const { id, name } of await load().catch(() => [])) names.set(id, name)
  }
  const named = (person: Person): Person => ({ ...person, name: names.get(person.id ?? '') ?? person.name })

  return {
    add(items) {
      for (const { assignee } of items) for (const { id, name } of assignee) if (id) names.set(id, name)
    },
    async withNames(items) {
      if (items.some(({ assignee }) => assignee.length > 0)) await refresh()
      return items.map((item) => ({ ...item, assignee: item.assignee.map(named) }))
    },
  }
}
