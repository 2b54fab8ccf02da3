/** Sends the messages of the transactional outbox (`mail_outbox`), apart from every workflow, with retries for a day. */

import type { Database } from '../../db/client'
import {
  claimUnsent,
  markSent,
  type OutboxMessage,
  rescheduleUnsent,
} from '../../db/queries/mail/mail-outbox'
import { DAY_MS } from '../contract/time'
import type { Log } from './log'
import { type Mailer, RECIPIENT_SEPARATOR } from './mailer'
import { type PollLoop, type RoundOutcome, startPollLoop } from './poll-loop'

export interface MailSenderOptions {
  db: Database
  mailer: Mailer
  log: Log
  /** Milliseconds between two rounds while nothing is to be sent. */
  pollMs?: number
}

/** Messages that one worker sends at once: the load that a mail server sees of it. */
const BATCH = 10
/** Longer than all of the mailer's time-outs for one message together. A worker that died loses its claims after it. */
const LEASE_MS = 60_000
const RETRY_FIRST_MS = 1_000
const RETRY_MAX_MS = 300_000
/** Older messages are not sent: a mail server that is configured later must not send all that was ever stored. */
const MAX_AGE_MS = DAY_MS
/** Below the time that a worker has to stop. A message still being sent may be sent again, under its own id. */
const STOP_TIMEOUT_MS = 2_000

/** Ids of accounts and numbers, in the characters that a Message-ID may have. */
const toMessageId = ({ caseId, message, part }: OutboxMessage): string =>
  [message, ...(part ? [part.replace(':', '.')] : []), caseId].join('.')

/** No transaction is open while sending: a slow mail server must not use up the pool's connections. */
const sendOne = async ({ db, mailer }: MailSenderOptions, message: OutboxMessage): Promise<void> => {
  try {
    await mailer.send({
      to: message.recipient.split(RECIPIENT_SEPARATOR),
      subject: message.subject,
      text: message.body,
      messageId: toMessageId(message),
    })
  } catch (error) {
    await rescheduleUnsent(db, message, RETRY_FIRST_MS, RETRY_MAX_MS)
    throw error
  }
  await markSent(db, message)
}

const sendBatch = async (options: MailSenderOptions): Promise<RoundOutcome> => {
  const messages = await claimUnsent(options.db, { limit: BATCH, leaseMs: LEASE_MS, maxAgeMs: MAX_AGE_MS })
  const results = await Promise.allSettled(messages.map((message) => sendOne(options, message)))
  const failed = results.filter((result) => result.status === 'rejected')
  if (failed.length > 0)
    options.log.warn({ err: failed[0]?.reason, failed: failed.length }, 'messages not sent; will retry')
  return messages.length < BATCH ? 'idle' : 'more'
}

/** Starts sending. Several workers may run a sender each; `stop` abandons a message that hangs to the next sender. */
export const startMailSender = (options: MailSenderOptions): PollLoop =>
  startPollLoop({
    name: 'mail sender',
    round: () => sendBatch(options),
    log: options.log,
    pollMs: options.pollMs,
    stopTimeoutMs: STOP_TIMEOUT_MS,
  })
