/** How a service answers a command. */

import type { Transaction } from '../../db/client'
import type { BusinessErrorCode } from '../contract/errors'

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

/** `unavailable`: what was written stays, nothing is remembered, and the caller gets an ordinary error. */
export type CommandResult<R> = { ok: R } | RefusedResult | { unavailable: string; afterMs: number }

export interface CommandContext {
  idempotencyKey: string
  settings: ServiceSettings
}

/** One command of one service; it runs in a transaction of its own, once for each key. */
export type CommandHandler<P, R> = (
  tx: Transaction,
  payload: P,
  context: CommandContext,
) => Promise<CommandResult<R>>

export const toRefused = (refused: BusinessErrorCode, message: string): RefusedResult => ({
  refused,
  message,
})
