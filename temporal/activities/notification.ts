/** The notification activity: stores a message in the outbox, from which the mail sender sends it. */

import type { Database } from '../../db/client'
import { insertOutboxMessages, selectGroupAddresses } from '../../db/queries/mail/mail-outbox'
import { selectIntake } from '../../db/queries/orders/orders'
import type { NotificationActivities, NotifyInput } from '../contract/activities'
import { getCaseKind } from '../contract/cases/case-ids'
import { RECIPIENT_SEPARATOR } from '../services/mailer'
import { businessFailure } from './business-failure'
import { renderMail } from './mail-templates'

const findRecipients = async (db: Database, { caseId, params }: NotifyInput): Promise<string[]> => {
  if (getCaseKind(caseId) === 'approval') return selectGroupAddresses(db, String(params.group))
  const intake = await selectIntake(db, caseId)
  if (!intake) throw businessFailure('INTAKE_MISSING', 'Nothing is known of whom to tell')
  return [intake.email]
}

export const notificationActivities = (db: Database): NotificationActivities => ({
  notify: async (input) => {
    const { caseId, message } = input
    const to = await findRecipients(db, input)
    await insertOutboxMessages(db, [
      { caseId, message, recipient: to.join(RECIPIENT_SEPARATOR), ...renderMail(input) },
    ])
  },
})
