/** Recent reasons of the viewer, in this browser only. */

import { accountStore } from '@/components/session/account-store'

const NAME = 'recent-reasons'
const MAX_REASONS = 5

/** Newest first. */
export const readRecentReasons = (): string[] => {
  const stored = accountStore.read(NAME)
  return Array.isArray(stored) ? stored.filter((reason) => typeof reason === 'string') : []
}

/** Saves `reason` as the first. */
export const saveReason = (reason: string): void => {
  const others = readRecentReasons().filter((other) => other !== reason)
  accountStore.write(NAME, [reason, ...others].slice(0, MAX_REASONS))
}
