/** Reading what Postgres' trigger sends. */

import type { CaseNotification } from '@/db/case-notification'

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'

/** The notice in a payload, or null where it is none. */
export const parseNotification = (payload: string): CaseNotification | null => {
  try {
    const { caseId, version, orderId, owner } = JSON.parse(payload) as Record<string, unknown>
    const isNotice =
      typeof caseId === 'string' &&
      typeof version === 'number' &&
      isTextOrNull(orderId) &&
      isTextOrNull(owner)
    return isNotice ? { caseId, version, orderId, owner } : null
  } catch {
    return null
  }
}
