/** Names of staff by account id, for lists from Temporal, which holds ids alone. */

import { LRUCache } from 'lru-cache'
import type { Person } from '@/temporal/contract/auth/actor'
import type { BaseCaseItem } from '@/temporal/contract/cases/case'
import { withTimeout } from '../platform/resilience/timeout'

export interface StaffNameCache {
  /** Caches the names in items from the projection. */
  add(items: readonly BaseCaseItem[]): void
  /** The items with the names of their assignees; an unknown name stays the id. */
  withNames(items: readonly BaseCaseItem[]): Promise<BaseCaseItem[]>
}

const MAX_NAMES = 10_000
/** A list without names is better than one that waits for a database that hangs. */
const LOAD_TIMEOUT_MS = 500

/** @param load all staff, called for a name that is not cached; while it fails or hangs, the id is shown */
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
      const isMissing = items.some(({ assignee }) => assignee.some(({ id }) => id && !names.has(id)))
      const staff = isMissing ? await withTimeout(load(), LOAD_TIMEOUT_MS).catch(() => []) : []
      for (const { id, name } of staff) names.set(id, name)
      return items.map((item) => ({ ...item, assignee: item.assignee.map(withName) }))
    },
  }
}
