/** The last reasons this person rejected with, kept in this browser only. */

const KEY = 'recent-reasons'
const MAX_KEPT = 5

/** Newest first; empty where the browser keeps nothing. */
export const readRecentReasons = (): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MAX_KEPT) : []
  } catch {
    return []
  }
}

/** Puts `reason` first. */
export const saveReason = (reason: string): void => {
  const kept = [reason, ...readRecentReasons().filter((one) => one !== reason)].slice(0, MAX_KEPT)
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Private windows keep nothing; rejecting works all the same.
  }
}
