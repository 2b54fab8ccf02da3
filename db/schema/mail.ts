/** The transactional outbox of mails. */

import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { NOTIFICATION_NAMES } from '../../temporal/contract/activities'
import { at } from './timestamp-column'

/** Every message to a customer, a group or a colleague, once for each case, name and part. */
export const mailOutbox = pgTable(
  'mail_outbox',
  {
    caseId: text('case_id').notNull(),
    message: text('message', { enum: NOTIFICATION_NAMES }).notNull(),
    /** Empty for a message that a case sends once; else it distinguishes messages of one name, such as by comment. */
    part: text('part').notNull().default(''),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** Not sent before this time: a sender has claimed the message, or an attempt failed and the next one is delayed. */
    claimedUntil: at('claimed_until'),
    /** Null where no mail server is configured. */
    sentAt: at('sent_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.message, table.part] }),
    index('mail_outbox_unsent')
      .on(table.createdAt)
      .where(sql`${table.sentAt} is null and ${table.recipient} <> ''`),
  ],
)
