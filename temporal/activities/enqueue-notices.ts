/** Enqueues the mails that stream entries cause, when the entries are stored. */

import type { Database } from '../../db/client'
import {
  insertOutboxMessages,
  selectGroupAddresses,
  selectStaffAddresses,
  selectSupervisorAddresses,
} from '../../db/queries/mail/mail-outbox'
import { stripUnstorableChars } from '../../db/strip-unstorable-chars'
import type { ProjectionWrite } from '../contract/activities'
import { RECIPIENT_SEPARATOR } from '../services/mailer'
import { type Audience, getNotices } from './entry-notices'
import { renderMail } from './mail-templates'

const findAddresses = async (
  db: Database,
  { accounts = [], group, supervisors = false }: Audience,
): Promise<string> => {
  const found = await Promise.all([
    accounts.length > 0 ? selectStaffAddresses(db, accounts) : [],
    group === undefined ? [] : selectGroupAddresses(db, group),
    supervisors ? selectSupervisorAddresses(db) : [],
  ])
  return [...new Set(found.flat())].join(RECIPIENT_SEPARATOR)
}

/**
 * Stores one message for each notice of a write. Idempotent, because writes are retried. The history holds no second
 * copy of a text, as it would with an activity for each notice.
 */
export const enqueueNotices = async (db: Database, { view, entries }: ProjectionWrite): Promise<void> => {
  if (view.kind !== 'approval') return
  const notices = entries.flatMap((entry) => getNotices(entry, view))
  if (notices.length === 0) return
  const messages = await Promise.all(
    notices.map(async ({ subject, message, part, to, params }) => ({
      caseId: subject,
      message,
      part,
      recipient: await findAddresses(db, to),
      ...renderMail({ message, params }),
    })),
  )
  await insertOutboxMessages(db, stripUnstorableChars(messages))
}
