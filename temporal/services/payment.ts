/** The payment service: a simulated provider that behaves as the token says, and takes and returns money once. */

import type { Transaction } from '../../db/client'
import type { ChargeInput, ChargeResult, RefundResult } from '../contract/activities'
import { DEFAULT_CURRENCY } from '../contract/money'
import type { PaymentToken } from '../contract/order'
import { type Answer, type CallContext, type Handler, refuse } from './answer'
import { amend } from './calls'
import { emit } from './events'
import { insertOrLock, type Payment, updatePayment } from './payment-rows'

type Behaviour = (tx: Transaction, payment: Payment, context: CallContext) => Promise<Answer<ChargeResult>>

const FLAKY_FAILURES = 2
const DECLINED = refuse('PAYMENT_DECLINED', 'The card was declined')
const NO_FUNDS = refuse('INSUFFICIENT_FUNDS', 'There is not enough money on the card')
const VOIDED = refuse('CHARGE_VOIDED', 'The charge was stopped before it was made')
const RETURNED = refuse('CHARGE_VOIDED', 'The charge was given back')

const approve: Behaviour = async (tx, payment) => {
  const { orderId, paymentId, amountCents, currency } = payment
  if (payment.status === 'pending') {
    await updatePayment(tx, payment, { status: 'charged' })
    const payload = { paymentId, amountCents, currency }
    await emit(tx, { event: 'paymentProcessed', orderId, payload, dueInMs: null })
  }
  return { ok: { status: 'charged', paymentId } }
}

const declineWith =
  (refusal: typeof DECLINED): Behaviour =>
  async (tx, payment) => {
    await updatePayment(tx, payment, { status: 'declined' })
    return refusal
  }

/** Takes the money and never says so. */
const takeSilently: Behaviour = async (tx, payment, { settings }) => {
  await updatePayment(tx, payment, { status: 'charged' })
  return { unavailable: 'The payment provider did not answer in time', afterMs: settings.providerTimeoutMs }
}

const failThenApprove: Behaviour = async (tx, payment, context) => {
  if (payment.failedCalls >= FLAKY_FAILURES) return approve(tx, payment, context)
  await updatePayment(tx, payment, { failedCalls: payment.failedCalls + 1 })
  return { unavailable: 'The payment provider answered with an error', afterMs: 0 }
}

const answerLater: Behaviour = async (tx, { orderId, paymentId, amountCents, currency }, { settings }) => {
  const payload = { paymentId, amountCents, currency }
  await emit(tx, { event: 'paymentProcessed', orderId, payload, dueInMs: settings.slowPaymentMs })
  return { ok: { status: 'pending', paymentId } }
}

const BEHAVIOURS = {
  tok_approved: approve,
  tok_declined: declineWith(DECLINED),
  tok_insufficient_funds: declineWith(NO_FUNDS),
  tok_timeout: takeSilently,
  tok_flaky: failThenApprove,
  tok_slow: answerLater,
} satisfies Record<PaymentToken, Behaviour>

const behaviourOf = (token: string): Behaviour =>
  Object.hasOwn(BEHAVIOURS, token) ? BEHAVIOURS[token as PaymentToken] : declineWith(DECLINED)

const WHY_NOT_CHARGE = {
  pending: null,
  charged: null,
  declined: DECLINED,
  voided: VOIDED,
  refunded: RETURNED,
} satisfies Record<Payment['status'], typeof DECLINED | null>

type ChargePayload = ChargeInput & { paymentToken: string }

export const processPayment: Handler<ChargePayload, ChargeResult> = async (tx, payload, context) => {
  const { orderId, amountCents, currency, paymentToken } = payload
  const chargeKey = context.idempotencyKey
  const { payment } = await insertOrLock(tx, { chargeKey, orderId, amountCents, currency, status: 'pending' })
  return WHY_NOT_CHARGE[payment.status] ?? behaviourOf(paymentToken)(tx, payment, context)
}

type RefundPayload = { orderId: string; chargeKey: string }

/** Gives back what was taken; where nothing was taken yet, voids the key so that a late charge takes nothing. */
export const refundPayment: Handler<RefundPayload, RefundResult> = async (tx, { orderId, chargeKey }) => {
  const nothing = {
    orderId,
    chargeKey,
    status: 'voided',
    amountCents: 0,
    currency: DEFAULT_CURRENCY,
  } as const
  const { payment } = await insertOrLock(tx, nothing)
  if (payment.status === 'charged') {
    await updatePayment(tx, payment, { status: 'refunded' })
    await amend(tx, chargeKey, RETURNED)
  }
  if (payment.status === 'pending') {
    await updatePayment(tx, payment, { status: 'voided' })
    await amend(tx, chargeKey, VOIDED)
  }
  const wasTaken = payment.status === 'charged' || payment.status === 'refunded'
  return {
    ok: wasTaken
      ? { status: 'refunded', refundedCents: payment.amountCents }
      : { status: 'voided', refundedCents: 0 },
  }
}
