/**
 * The one LISTEN connection of a web process. It proves itself by hearing its own notices (behind a transaction
 * pooler LISTEN dies without a word); what was missed while it was away is read from the projection.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import type { CaseNotification } from '@/db/case-notification'
import type { Logger } from '../platform/log'
import { createCatchUp, type FindChanges } from './catch-up'
import { openListenConnection } from './listen-connection'
import { parseNotification } from './notification'

export interface CaseListener {
  start(): void
  stop(): Promise<void>
  /** A number that stays the same while no notice can have been missed; null while some may be. */
  readonly epoch: number | null
  /** Calls back for each notice, heard or caught up with. Returns a function that ends it. */
  onNotification(tell: (notice: CaseNotification) => void): () => void
  /** Calls back when more was missed than can be told. */
  onGap(tell: () => void): () => void
}

interface ListenerOptions {
  databaseUrl: string
  findChanges: FindChanges
  log: Logger
}

const FIRST_RETRY_MS = 250
const MAX_RETRY_MS = 5_000

const delayMs = (attempt: number): number =>
  Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt) * (0.5 + Math.random() / 2)

/** A wait that `signal` ends early. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal, ref: false }).catch(() => undefined)

/** A listener that connects once started, and again after every loss. */
export const createListener = ({ databaseUrl, findChanges, log }: ListenerOptions): CaseListener => {
  const notificationHandlers = new Set<(notice: CaseNotification) => void>()
  const gapHandlers = new Set<() => void>()
  const stopping = new AbortController()
  let epochs = 0
  let epoch: number | null = null
  let running: Promise<void> | null = null

  const tell = (notice: CaseNotification): void => {
    for (const each of notificationHandlers) each(notice)
  }
  const catchUp = createCatchUp(findChanges, tell, () => {
    for (const each of gapHandlers) each()
  })

  const handlePayload = (payload: string): void => {
    const notice = parseNotification(payload)
    if (notice) tell(notice)
    else log.warn({ payload: payload.slice(0, 200) }, 'a case notice could not be read')
  }

  /** Resolves when the connection is lost or the listener stops. */
  const listenOnce = async (): Promise<void> => {
    const connection = await openListenConnection(
      databaseUrl,
      { onNotification: handlePayload, onProbe: catchUp.markCaughtUp },
      stopping.signal,
    )
    try {
      // First listening, then catching up: nothing falls between the two.
      await catchUp.run()
      epoch = ++epochs
      log.info({ epoch }, 'listening for changes of cases')
      await connection.lost
    } finally {
      epoch = null
      await connection.close()
    }
  }

  const run = async (): Promise<void> => {
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      const before = epochs
      await listenOnce().catch((error: unknown) => {
        log.warn({ err: String(error) }, 'the listener cannot reach Postgres')
      })
      if (epochs > before) attempt = 0
      await pause(delayMs(attempt), stopping.signal)
      // The pool may still reach Postgres where LISTEN does not.
      if (!stopping.signal.aborted) await catchUp.run().catch(() => undefined)
    }
  }

  return {
    start: () => {
      running ??= run()
    },
    stop: async () => {
      stopping.abort()
      await running
    },
    get epoch() {
      return epoch
    },
    onNotification: (each) => {
      notificationHandlers.add(each)
      return () => notificationHandlers.delete(each)
    },
    onGap: (each) => {
      gapHandlers.add(each)
      return () => gapHandlers.delete(each)
    },
  }
}
