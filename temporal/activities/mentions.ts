/** Letters to those whom comments mention: kept as the comment itself is stored. */

import { storable } from '../../db/case-row'
import type { Database } from '../../db/client'
import { addressesOfStaff, keepNotifications } from '../../db/queries/notifications'
import type { ProjectionWrite } from '../contract/activities'
import { mentionsIn } from '../contract/mentions'
import { wordsOf } from './letters'

/** Each comment with each person it calls; nobody is written to about their own words. */
const callsIn = ({ entries }: ProjectionWrite) =>
  entries
    .filter(({ code }) => code === 'commented')
    .flatMap((entry) =>
      mentionsIn(entry.params)
        .filter(({ id }) => id !== entry.sender.id)
        .map(({ id: to }) => ({ entry, to })),
    )

/**
 * Keeps a letter for each person whom the comments of a write mention, once for each comment and person. Safe to
 * repeat, as a write that is retried does.
 */
export const keepMentions = async (db: Database, write: ProjectionWrite): Promise<void> => {
  const { view } = write
  const calls = callsIn(write)
  if (view.kind !== 'approval' || calls.length === 0) return
  const { number, title } = view
  const addresses = await addressesOfStaff(db, [...new Set(calls.map(({ to }) => to))])
  const letters = calls.map(({ entry, to }) => ({
    caseId: view.approvalId,
    message: 'mentioned' as const,
    // The entry's number is unique within its case.
    part: `${entry.id}:${to}`,
    recipient: addresses.get(to) ?? '',
    ...wordsOf({
      message: 'mentioned',
      params: { number, title, by: entry.sender.name, text: String(entry.params.text) },
    }),
  }))
  await keepNotifications(db, storable(letters))
}
