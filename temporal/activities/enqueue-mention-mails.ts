/** Enqueues mail to the people whom comments mention, when the comments are stored. */

import type { Database } from '../../db/client'
import { insertOutboxMessages, selectStaffAddresses } from '../../db/queries/mail/mail-outbox'
import { stripUnstorableChars } from '../../db/strip-unstorable-chars'
import type { ProjectionWrite } from '../contract/activities'
import { parseMentions } from '../contract/cases/mentions'
import { renderMail } from './mail-templates'

/** Pairs of comment and mentioned person; authors get no mail about their own comments. */
const findMentionsToMail = ({ entries }: ProjectionWrite) =>
  entries
    .filter(({ code }) => code === 'commented')
    .flatMap((entry) =>
      parseMentions(entry.params)
        .filter(({ id }) => id !== entry.sender.id)
        .map(({ id: to }) => ({ entry, to })),
    )

/**
 * Stores one message for each comment and mentioned person of a write. Idempotent, because writes are retried.
 */
export const enqueueMentionMails = async (db: Database, write: ProjectionWrite): Promise<void> => {
  const { view } = write
  const mentions = findMentionsToMail(write)
  if (view.kind !== 'approval' || mentions.length === 0) return
  const { number, title } = view
  const addresses = await selectStaffAddresses(db, [...new Set(mentions.map(({ to }) => to))])
  const messages = mentions.map(({ entry, to }) => ({
    caseId: view.approvalId,
    message: 'mentioned' as const,
    // The entry's number is unique within its case.
    part: `${entry.id}:${to}`,
    recipient: addresses.get(to) ?? '',
    ...renderMail({
      message: 'mentioned',
      params: { number, title, by: entry.sender.name, text: String(entry.params.text) },
    }),
  }))
  await insertOutboxMessages(db, stripUnstorableChars(messages))
}
