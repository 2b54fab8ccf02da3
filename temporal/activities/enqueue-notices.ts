/** Enqueues the mails that stream entries cause, when the entries are stored. */

import type { Database } from '../../db/client'
import { insertOutboxMessages, selectStaffAddresses } from '../../db/queries/mail/mail-outbox'
import { stripUnstorableChars } from '../../db/strip-unstorable-chars'
import type { ProjectionWrite } from '../contract/activities'
import { getNotices } from './entry-notices'
import { renderMail } from './mail-templates'

/**
 * Stores one message for each notice of a write: to mentioned people, and to whoever lost what they held. Idempotent,
 * because writes are retried. The history holds no second copy of the text, as it would with an activity for each.
 */
export const enqueueNotices = async (db: Database, { view, entries }: ProjectionWrite): Promise<void> => {
  if (view.kind !== 'approval') return
  const notices = entries.flatMap((entry) => getNotices(entry, view))
  if (notices.length === 0) return
  const addresses = await selectStaffAddresses(db, [...new Set(notices.map(({ to }) => to))])
  const messages = notices.map(({ to, message, part, params }) => ({
    caseId: view.approvalId,
    message,
    part,
    recipient: addresses.get(to) ?? '',
    ...renderMail({ message, params }),
  }))
  await insertOutboxMessages(db, stripUnstorableChars(messages))
}
