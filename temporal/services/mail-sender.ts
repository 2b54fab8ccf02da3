/** Sends the letters that cases keep in `notifications`: beside every workflow, with retries for a day. */

import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../db/client'
import {
  claimUnsent,
  markSent,
  type OutboxMessage,
  rescheduleUnsent,
} from '../../db/queries/cases/mail-outbox'
import type { Log } from './log'
import { type Mailer, RECIPIENT_SEPARATOR } from './mailer'

export interface MailSenderOptions {
  db: Database
  mailer: Mailer
  log: Log
  /** Milliseconds between looks while nothing is to be sent. */
  pollMs?: number
}

const POLL_MS = 200
/** Letters that are on their way at once, which is what a mail server sees of one worker. */
const BATCH = 10
/** Longer than the mailer's time-outs for a letter together; a worker that died gives its letters back after it. */
const LEASE_MS = 60_000
const RETRY_FIRST_MS = 1_000
const RETRY_MAX_MS = 300_000
/** Older news helps nobody, and a mail server named later is not sent all that was ever kept. */
const MAX_AGE_MS = 86_400_000
/** Below the time that a worker has to stop. A letter that is still under way may be sent again, under its own id. */
const STOP_MS = 2_000

/** Accounts' ids and numbers, in the characters that a Message-ID may have. */
const toMessageId = ({ caseId, message, part }: OutboxMessage): string =>
  [message, ...(part ? [part.replace(':', '.')] : []), caseId].join('.')

/** No transaction is open meanwhile: a slow mail server must not use up the connections of everybody else. */
const sendOne = async ({ db, mailer }: MailSenderOptions, letter: OutboxMessage): Promise<void> => {
  try {
    await mailer.send({
      to: letter.recipient.split(RECIPIENT_SEPARATOR),
      subject: letter.subject,
      text: letter.body,
      messageId: toMessageId(letter),
    })
  } catch (error) {
    await rescheduleUnsent(db, letter, RETRY_FIRST_MS, RETRY_MAX_MS)
    throw error
  }
  await markSent(db, letter)
}

/** @returns how many letters there were to send */
const sendBatch = async (options: MailSenderOptions): Promise<number> => {
  const letters = await claimUnsent(options.db, { limit: BATCH, leaseMs: LEASE_MS, maxAgeMs: MAX_AGE_MS })
  const results = await Promise.allSettled(letters.map((letter) => sendOne(options, letter)))
  const failed = results.filter((result) => result.status === 'rejected')
  if (failed.length > 0)
    options.log.warn({ err: failed[0]?.reason, failed: failed.length }, 'letters not sent; trying again')
  return letters.length
}

/** Starts sending. Several workers may run one each; `stop` leaves a letter that hangs to whoever comes next. */
export const startMailSender = (options: MailSenderOptions): { stop(): Promise<void> } => {
  const { log, pollMs = POLL_MS } = options
  const stopping = new AbortController()
  const { signal } = stopping

  const round = async (): Promise<number> => {
    try {
      return await sendBatch(options)
    } catch (error) {
      if (!signal.aborted) log.error({ err: error }, 'postman cannot reach its letters')
      return 0
    }
  }
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const sent = await round()
      if (sent < BATCH) await sleep(pollMs, undefined, { signal }).catch(() => {})
    }
  }

  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      await Promise.race([running, sleep(STOP_MS, undefined, { ref: false })])
    },
  }
}
