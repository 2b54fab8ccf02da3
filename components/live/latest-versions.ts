/** The latest version of each case that this tab knows, so that a read never returns an older one. */

const MAX_KEPT = 2_000
const newest = new Map<string, number>()

/** Records `version` unless a newer one is known. */
export const setLatestVersion = (caseId: string, version: number): void => {
  const known = newest.get(caseId) ?? 0
  newest.delete(caseId)
  newest.set(caseId, Math.max(known, version))
  if (newest.size <= MAX_KEPT) return
  const [oldest] = newest.keys()
  if (oldest !== undefined) newest.delete(oldest)
}

/** The minimum version that a read of `caseId` must return, or undefined. */
export const latestVersion = (caseId: string): number | undefined => newest.get(caseId)
