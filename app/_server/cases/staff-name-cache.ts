/** Names of staff by account id, for lists from Temporal, which holds ids alone. */

import { LRUCache } from 'lru-cache'
import type { Person } from '@/temporal/contract/auth/actor'
import type { BaseCaseItem } from '@/temporal/contract/cases/case'

export interface StaffNameCache {
  /** Caches the names in items from the projection. */
  add(items: readonly BaseCaseItem[]): void
  /** The items with the names of their assignees; an unknown name stays the id. */
  withNames(items: readonly BaseCaseItem[]): Promise<BaseCaseItem[]>
}

const MAX_NAMES = 10_000

/** @param load all staff; while it fails, the cached names are used */
export const createStaffNameCache = (
  load: () => Promise<readonly { id: string; name: string }[]>,
): StaffNameCache => {
  const names = new LRUCache<string, string>({ max: MAX_NAMES })
  const withName = (person: Person): Person => ({
    ...person,
    name: names.get(person.id ?? '') ?? person.name,
  })
  return {
    add(items) {
      for (const { assignee } of items) for (const { id, name } of assignee) if (id) names.set(id, name)
    },
    async withNames(items) {
      if (items.some(({ assignee }) => assignee.length > 0))
        for (const { id, name } of await load().catch(() => [])) names.set(id, name)
      return items.map((item) => ({ ...item, assignee: item.assignee.map(withName) }))
    },
  }
}
