/** The notification that Postgres sends when a case changes. Its trigger is in `migrations/0002_case_notices.sql`. */

export const CASE_CHANNEL = 'case_changes'

/** Payload of a notification: JSON, ids only. */
export interface CaseNotification {
  caseId: string
  version: number
  /** The order itself, or the order that asked for the approval; null for a stand-alone approval. */
  orderId: string | null
  /** Principal that placed the order, or null where there is none. */
  owner: string | null
}
