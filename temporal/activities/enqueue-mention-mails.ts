/** Letters to those whom comments mention: kept as the comment itself is stored. */

import type { Database } from '../../db/client'
import { insertOutboxMessages, selectStaffAddresses } from '../../db/queries/cases/mail-outbox'
import { stripUnstorableChars } from '../../db/strip-unstorable-chars'
import type { ProjectionWrite } from '../contract/activities'
import { parseMentions } from '../contract/cases/mentions'
import { renderMail } from './mail-templates'

/** Each comment with each person it calls; nobody is written to about their own words. */
const findMentionsToMail = ({ entries }: ProjectionWrite) =>
  entries
    .filter(({ code }) => code === 'commented')
    .flatMap((entry) =>
      parseMentions(entry.params)
        .filter(({ id }) => id !== entry.sender.id)
        .map(({ id: to }) => ({ entry, to })),
    )

/**
 * Keeps a letter for each person whom the comments of a write mention, once for each comment and person. Safe to
 * repeat, as a write that is retried does.
 */
export const enqueueMentionMails = async (db: Database, write: ProjectionWrite): Promise<void> => {
  const { view } = write
  const calls = findMentionsToMail(write)
  if (view.kind !== 'approval' || calls.length === 0) return
  const { number, title } = view
  const addresses = await selectStaffAddresses(db, [...new Set(calls.map(({ to }) => to))])
  const letters = calls.map(({ entry, to }) => ({
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
  await insertOutboxMessages(db, stripUnstorableChars(letters))
}
