/** The payment service: a simulated provider whose behaviour the token selects. Charges and refunds happen once. */

import type { Transaction } from '../../db/client'
import type { ChargeInput, ChargeResult, RefundResult } from '../contract/activities'
import { DEFAULT_CURRENCY } from '../contract/money'
import type { PaymentToken } from '../contract/orders/payment-tokens'
import { type CommandContext, type CommandHandler, type CommandResult, toRefused } from './command-result'
import { emitEvent } from './emit-event'
import { replace } from './idempotency-store'
import { insertOrLockPayment, type Payment, updatePayment } from './payment-rows'

type Behaviour = (
  tx: Transaction,
  payment: Payment,
  context: CommandContext,
) => Promise<CommandResult<ChargeResult>>

const FLAKY_FAILURES = 2
const DECLINED = toRefused('PAYMENT_DECLINED', 'The card was declined')
const INSUFFICIENT_FUNDS = toRefused('INSUFFICIENT_FUNDS', 'There is not enough money on the card')
const NOTHING_TO_CHARGE = toRefused('NOTHING_TO_CHARGE', 'A charge needs an amount above zero')
const VOIDED = toRefused('CHARGE_VOIDED', 'The charge was stopped before it was made')
const ALREADY_REFUNDED = toRefused('CHARGE_VOIDED', 'The charge was given back')

const approve: Behaviour = async (tx, payment) => {
  const { orderId, paymentId, amountCents, currency } = payment
  if (payment.status === 'pending') {
    await updatePayment(tx, payment, { status: 'charged' })
    const payload = { paymentId, amountCents, currency }
    await emitEvent(tx, { event: 'paymentProcessed', orderId, payload, dueInMs: null })
  }
  return { ok: { status: 'charged', paymentId } }
}

const declineWith =
  (refusal: typeof DECLINED): Behaviour =>
  async (tx, payment) => {
    await updatePayment(tx, payment, { status: 'declined' })
    return refusal
  }

/** Takes the money, but the caller never gets an answer. */
const chargeThenTimeOut: Behaviour = async (tx, payment, { settings }) => {
  await updatePayment(tx, payment, { status: 'charged' })
  return { unavailable: 'The payment provider did not answer in time', afterMs: settings.providerTimeoutMs }
}

const failThenApprove: Behaviour = async (tx, payment, context) => {
  if (payment.failedCalls >= FLAKY_FAILURES) return approve(tx, payment, context)
  await updatePayment(tx, payment, { failedCalls: payment.failedCalls + 1 })
  return { unavailable: 'The payment provider answered with an error', afterMs: 0 }
}

const chargeLater: Behaviour = async (tx, { orderId, paymentId, amountCents, currency }, { settings }) => {
  const payload = { paymentId, amountCents, currency }
  await emitEvent(tx, { event: 'paymentProcessed', orderId, payload, dueInMs: settings.slowPaymentMs })
  return { ok: { status: 'pending', paymentId } }
}

const BEHAVIOURS = {
  tok_approved: approve,
  tok_declined: declineWith(DECLINED),
  tok_insufficient_funds: declineWith(INSUFFICIENT_FUNDS),
  tok_timeout: chargeThenTimeOut,
  tok_flaky: failThenApprove,
  tok_slow: chargeLater,
} satisfies Record<PaymentToken, Behaviour>

const toBehaviour = (token: string): Behaviour =>
  Object.hasOwn(BEHAVIOURS, token) ? BEHAVIOURS[token as PaymentToken] : declineWith(DECLINED)

const CHARGE_REFUSALS = {
  pending: null,
  charged: null,
  declined: DECLINED,
  voided: VOIDED,
  refunded: ALREADY_REFUNDED,
} satisfies Record<Payment['status'], typeof DECLINED | null>

type ChargePayload = ChargeInput & { paymentToken: string }

export const processPayment: CommandHandler<ChargePayload, ChargeResult> = async (tx, payload, context) => {
  const { orderId, amountCents, currency, paymentToken } = payload
  if (!(amountCents > 0)) return NOTHING_TO_CHARGE
  const chargeKey = context.idempotencyKey
  const payment = await insertOrLockPayment(tx, {
    chargeKey,
    orderId,
    amountCents,
    currency,
    status: 'pending',
  })
  return CHARGE_REFUSALS[payment.status] ?? toBehaviour(paymentToken)(tx, payment, context)
}

type RefundPayload = { orderId: string; chargeKey: string }

/** Refunds a charge. Where there is none yet, voids its key, so that a late charge takes no money. */
export const refundPayment: CommandHandler<RefundPayload, RefundResult> = async (
  tx,
  { orderId, chargeKey },
) => {
  const voided = {
    orderId,
    chargeKey,
    status: 'voided',
    amountCents: 0,
    currency: DEFAULT_CURRENCY,
  } as const
  const payment = await insertOrLockPayment(tx, voided)
  if (payment.status === 'charged') {
    await updatePayment(tx, payment, { status: 'refunded' })
    await replace(tx, chargeKey, ALREADY_REFUNDED)
  }
  if (payment.status === 'pending') {
    await updatePayment(tx, payment, { status: 'voided' })
    await replace(tx, chargeKey, VOIDED)
  }
  const isTaken = payment.status === 'charged' || payment.status === 'refunded'
  const wasTaken = isTaken && payment.amountCents > 0
  return {
    ok: wasTaken
      ? { status: 'refunded', refundedCents: payment.amountCents }
      : { status: 'voided', refundedCents: 0 },
  }
}
