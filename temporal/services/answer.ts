/** How a service answers a command. */

import type { Transaction } from '../../db/client'
import type { BusinessRefusal } from '../contract/errors'

/** Delays of the simulated outside world, in milliseconds. */
export interface ServiceSettings {
  /** Each counted from the event before it; null where a real carrier sends its events itself. */
  carrier: { shippedAfterMs: number; deliveredAfterMs: number } | null
  /** How long the payment provider keeps a caller waiting before it gives up. */
  providerTimeoutMs: number
  /** How long a slow charge takes after the provider said `pending`. */
  slowPaymentMs: number
}

/** A typed refusal: final, remembered under the command's key, and the reason an order is compensated. */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal'
  constructor(
    readonly code: BusinessRefusal,
    message: string,
  ) {
    super(message)
  }
}

export interface Refused {
  refused: BusinessRefusal
  message: string
}

/** `unavailable`: what was written stays, nothing is remembered, and the caller gets an ordinary error. */
export type Answer<R> = { ok: R } | Refused | { unavailable: string; afterMs: number }

export interface CallContext {
  idempotencyKey: string
  settings: ServiceSettings
}

/** One command of one service; it runs in a transaction of its own, once for each key. */
export type Handler<P, R> = (tx: Transaction, payload: P, context: CallContext) => Promise<Answer<R>>

export const refuse = (refused: BusinessRefusal, message: string): Refused => ({ refused, message })
