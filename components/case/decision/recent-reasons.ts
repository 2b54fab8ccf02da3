/** Recent reasons of this person, in localStorage only. */

const KEY = 'recent-reasons'
const MAX_KEPT = 5

/** Newest first; empty where localStorage is not available. */
export const readRecentReasons = (): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MAX_KEPT) : []
  } catch {
    return []
  }
}

/** Saves `reason` as the first. */
export const saveReason = (reason: string): void => {
  const kept = [reason, ...readRecentReasons().filter((one) => one !== reason)].slice(0, MAX_KEPT)
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Without localStorage nothing is saved; rejecting works all the same.
  }
}
