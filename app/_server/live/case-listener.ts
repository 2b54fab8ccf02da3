/**
 * The LISTEN connection of a web process. It verifies itself by notifications that it sends to itself, since LISTEN
 * stops silently behind a transaction pooler. Changes that it missed are read from the projection.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import type { CaseNotification } from '@/db/case-notification'
import { backoffMs } from '@/temporal/contract/backoff'
import type { Logger } from '../platform/log'
import { createCatchUp, type FindChanges } from './catch-up'
import { openListenConnection } from './listen-connection'
import { parseNotification } from './notification'

export interface CaseListener {
  start(): void
  stop(): Promise<void>
  /** Stays the same while no notification can have been missed; null while some may be. */
  readonly epoch: number | null
  /** Subscribes to notifications, received or caught up with. Returns a function that unsubscribes. */
  onNotification(handler: (notification: CaseNotification) => void): () => void
  /** Subscribes to gaps: more changes were missed than can be caught up with. */
  onGap(handler: () => void): () => void
}

interface ListenerOptions {
  databaseUrl: string
  findChanges: FindChanges
  log: Logger
}

const BACKOFF = { firstMs: 250, maxMs: 5_000, jitter: true }

/** Waits `ms` milliseconds, or until `signal` aborts. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal, ref: false }).catch(() => undefined)

/** A listener that connects when it is started, and reconnects after every loss. */
export const createListener = ({ databaseUrl, findChanges, log }: ListenerOptions): CaseListener => {
  const notificationHandlers = new Set<(notification: CaseNotification) => void>()
  const gapHandlers = new Set<() => void>()
  const stopping = new AbortController()
  let epochs = 0
  let epoch: number | null = null
  let running: Promise<void> | null = null

  const notify = (notification: CaseNotification): void => {
    for (const handler of notificationHandlers) handler(notification)
  }
  const catchUp = createCatchUp(findChanges, notify, () => {
    for (const handler of gapHandlers) handler()
  })

  const handlePayload = (payload: string): void => {
    const notification = parseNotification(payload)
    if (notification) notify(notification)
    else log.warn({ payload: payload.slice(0, 200) }, 'a case notification could not be parsed')
  }

  /** Resolves when the connection is lost or the listener stops. */
  const listenOnce = async (): Promise<void> => {
    const connection = await openListenConnection(
      databaseUrl,
      { onNotification: handlePayload, onProbe: catchUp.markCaughtUp },
      stopping.signal,
    )
    try {
      // Listen before catching up, so that no change falls between the two.
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
      const epochsBefore = epochs
      await listenOnce().catch((error: unknown) => {
        log.warn({ err: String(error) }, 'the listener cannot reach Postgres')
      })
      if (epochs > epochsBefore) attempt = 0
      await pause(backoffMs(attempt, BACKOFF), stopping.signal)
      // The pool may reach Postgres although LISTEN cannot.
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
    onNotification: (handler) => {
      notificationHandlers.add(handler)
      return () => notificationHandlers.delete(handler)
    },
    onGap: (handler) => {
      gapHandlers.add(handler)
      return () => gapHandlers.delete(handler)
    },
  }
}
