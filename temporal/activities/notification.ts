/** Activities that tell people: they keep a message, which the postman sends. */

import type { Database } from '../../db/client'
import { addressesOfGroup, keepNotifications } from '../../db/queries/notifications'
import { findIntake } from '../../db/queries/orders'
import type { NotificationActivities, NotifyInput } from '../contract/activities'
import { kindOf } from '../contract/ids'
import { RECIPIENT_SEPARATOR } from '../services/mailer'
import { wordsOf } from './letters'
import { refusal } from './refusals'

const recipientsOf = async (db: Database, { caseId, params }: NotifyInput): Promise<string[]> => {
  if (kindOf(caseId) === 'approval') return addressesOfGroup(db, String(params.group))
  const intake = await findIntake(db, caseId)
  if (!intake) throw refusal('INTAKE_MISSING', 'Nothing is known of whom to tell')
  return [intake.email]
}

export const notificationActivities = (db: Database): NotificationActivities => ({
  notify: async (input) => {
    const { caseId, message } = input
    const to = await recipientsOf(db, input)
    await keepNotifications(db, [
      { caseId, message, recipient: to.join(RECIPIENT_SEPARATOR), ...wordsOf(input) },
    ])
  },
})
