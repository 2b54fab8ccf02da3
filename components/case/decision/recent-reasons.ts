/** Recent reasons of this person, in localStorage only. */

import { readLocalList, writeLocalList } from '@/components/ui/local-list'

const KEY = 'recent-reasons'
const MAX_REASONS = 5

/** Newest first. */
export const readRecentReasons = (): string[] =>
  readLocalList(KEY, (value) => typeof value === 'string').slice(0, MAX_REASONS)

/** Saves `reason` as the first. */
export const saveReason = (reason: string): void => {
  const others = readRecentReasons().filter((other) => other !== reason)
  writeLocalList(KEY, [reason, ...others].slice(0, MAX_REASONS))
}
