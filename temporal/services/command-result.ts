/** The result of a service command. */

import type { Transaction } from '../../db/client'
import type { BusinessErrorCode } from '../contract/errors'

/** Delays of the simulated carrier and payment provider, in milliseconds. */
export interface ServiceSettings {
  /** Each counted from the event before it; null where a real carrier sends its events itself. */
  carrier: { shippedAfterMs: number; deliveredAfterMs: number } | null
  /** Time after which a call of the payment provider times out. */
  providerTimeoutMs: number
  /** Time that a slow charge takes after the provider returned `pending`. */
  slowPaymentMs: number
}

/** A typed refusal: final, stored under the command's key, and the reason an order is compensated. */
export class BusinessError extends Error {
  override readonly name = 'BusinessError'
  constructor(
    readonly code: BusinessErrorCode,
    message: string,
  ) {
    super(message)
  }
}

export interface RefusedResult {
  refused: BusinessErrorCode
  message: string
}

/** `unavailable`: the writes are committed, no result is stored, and the caller gets an ordinary error to retry. */
export type CommandResult<R> = { ok: R } | RefusedResult | { unavailable: string; afterMs: number }

export interface CommandContext {
  idempotencyKey: string
  settings: ServiceSettings
}

/** Handles one command of a service, in a transaction of its own, once for each key. */
export type CommandHandler<P, R> = (
  tx: Transaction,
  payload: P,
  context: CommandContext,
) => Promise<CommandResult<R>>

export const toRefused = (refused: BusinessErrorCode, message: string): RefusedResult => ({
  refused,
  message,
})
