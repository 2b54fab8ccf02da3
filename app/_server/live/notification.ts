/** Parses the notifications of the Postgres trigger. */

import type { CaseNotification } from '@/db/case-notification'

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'

/** The notification in a payload, or null when it is malformed. */
export const parseNotification = (payload: string): CaseNotification | null => {
  try {
    const { caseId, version, orderId, owner } = JSON.parse(payload) as Record<string, unknown>
    const isValid =
      typeof caseId === 'string' &&
      typeof version === 'number' &&
      isTextOrNull(orderId) &&
      isTextOrNull(owner)
    return isValid ? { caseId, version, orderId, owner } : null
  } catch {
    return null
  }
}
