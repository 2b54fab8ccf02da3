/** Activities that tell people. */

import type { Database } from '../../db/client'
import {
  addressesOfGroup,
  addressesOfStaff,
  keepNotification,
  letGo,
  takeToSend,
} from '../../db/queries/notifications'
import { findIntake } from '../../db/queries/orders'
import type { NotificationActivities, NotifyInput } from '../contract/activities'
import { kindOf } from '../contract/ids'
import type { Mailer } from '../services/mailer'
import { wordsOf } from './letters'
import { refusal } from './refusals'

const recipientsOf = async (db: Database, { caseId, message, params }: NotifyInput): Promise<string[]> => {
  if (message === 'mentioned') return addressesOfStaff(db, String(params.to))
  if (kindOf(caseId) === 'approval') return addressesOfGroup(db, String(params.group))
  const intake = await findIntake(db, caseId)
  if (!intake) throw refusal('INTAKE_MISSING', 'Nothing is known of whom to tell')
  return [intake.email]
}

const SEPARATOR = ', '
/** Longer than a letter may take, and over before the activity is tried again. */
const LEASE_MS = 25_000

/** No transaction is open meanwhile: a slow mail server must not use up the connections of everybody else. */
const send = async (
  db: Database,
  mailer: Mailer,
  { caseId, message, part = '' }: NotifyInput,
): Promise<void> => {
  const letter = await takeToSend(db, { caseId, message, part }, LEASE_MS)
  if (!letter) return
  let sent = false
  try {
    await mailer.send({
      to: letter.recipient.split(SEPARATOR),
      subject: letter.subject,
      text: letter.body,
      messageId: [message, ...(part ? [part.replace(':', '.')] : []), caseId].join('.'),
    })
    sent = true
  } finally {
    await letGo(db, letter, sent)
  }
}

/** @param mailer null where no mail server is configured: messages are kept and not sent */
export const notificationActivities = (db: Database, mailer: Mailer | null): NotificationActivities => ({
  notify: async (input) => {
    const { caseId, message, part = '' } = input
    const to = await recipientsOf(db, input)
    const { subject, body } = wordsOf(input)
    await keepNotification(db, { caseId, message, part, recipient: to.join(SEPARATOR), subject, body })
    if (mailer && to.length > 0) await send(db, mailer, input)
  },
})
