/** The state of one order and every method that changes it. */

import { workflowInfo } from '@temporalio/workflow'
import type { NotificationName } from '../../contract/activities'
import type { Person } from '../../contract/auth/actor'
import type { StreamParams } from '../../contract/cases/activity-stream'
import { getPolicyGroups } from '../../contract/cases/approval'
import { toCaseNumber } from '../../contract/cases/case-ids'
import { CARRIER, EXTERNAL_SYSTEM } from '../../contract/cases/senders'
import { DEFAULT_CURRENCY, formatMoney } from '../../contract/money'
import {
  type CancelRequest,
  type OrderInput,
  type OrderStatusEvent,
  type OrderView,
  orderCan,
} from '../../contract/orders/order'
import type { OrderState } from '../../contract/states'
import { notification } from '../shared/activity-proxies'
import { CaseRecorder, type NewEntry, now } from '../shared/case-recorder'
import { toFailureMessage } from '../shared/failures'
import { writeOrder } from '../shared/projection-writer'

const initialView = (input: OrderInput): OrderView => {
  const { workflowId, runId } = workflowInfo()
  const at = now()
  return {
    kind: 'order',
    orderId: input.orderId,
    number: toCaseNumber(input.orderId),
    workflowId,
    runId,
    state: 'PENDING',
    version: 0,
    createdAt: at,
    updatedAt: at,
    purchasedAt: null,
    customer: input.customer,
    lines: [],
    totalCents: 0,
    currency: DEFAULT_CURRENCY,
    rule: null,
    policyGroups: getPolicyGroups(input.policy.approval),
    approval: null,
    stock: 'none',
    payment: { status: 'none', chargedCents: 0, refundedCents: 0 },
    shipment: null,
    attention: null,
    cancelRequest: null,
    outcome: null,
    stream: [],
  }
}

export class OrderCase {
  readonly view: OrderView
  readonly recorder: CaseRecorder<OrderView>
  /** Number of approvals that this run opened. */
  approvalRound = 0
  /** Number of payment signals received; after each the provider is queried again. */
  paymentEventCount = 0
  /**
   * A reset starts another run of the same order. The effects of the first run remain, and Temporal redelivers its
   * signals at the start of the new run, before the steps that they belong to.
   */
  readonly isReset = workflowInfo().runId !== workflowInfo().firstExecutionRunId
  private readonly handledEventKeys = new Set<string>()
  private readonly pendingNotifications: Promise<void>[] = []
  private carrierStatus: OrderStatusEvent['status'] | null = null

  constructor(readonly input: OrderInput) {
    this.view = initialView(input)
    this.recorder = new CaseRecorder(this.view, writeOrder)
  }

  get isCancelRequested(): boolean {
    return this.view.cancelRequest !== null
  }

  get isShipped(): boolean {
    return this.carrierStatus !== null
  }

  get isDelivered(): boolean {
    return this.carrierStatus === 'delivered'
  }

  applyChange(change: Partial<OrderView>, ...entries: NewEntry[]): void {
    this.recorder.applyChange(change, ...entries)
  }

  transitionTo(state: OrderState, ...entries: NewEntry[]): void {
    this.applyChange({ state }, ...entries)
  }

  formatMoney(amountCents: number): string {
    return formatMoney(amountCents, this.view.currency)
  }

  /** Accepts the first request that is in time; later ones change nothing. */
  requestCancel(by: Person, reason: string): void {
    if (this.isCancelRequested) return
    if (!orderCan.cancel(this.view)) {
      this.applyChange({}, { code: 'cancelTooLate', sender: by })
      return
    }
    const cancelRequest: CancelRequest = { by, reason, at: now() }
    this.applyChange({ cancelRequest }, { code: 'cancelRequested', params: { reason }, sender: by })
  }

  /** Handles an event of the carrier. Delivered implies shipped; a repeated event changes nothing. */
  onCarrierEvent({ status, dedupeKey = status }: OrderStatusEvent): void {
    if (this.view.shipment === null && !this.isReset) {
      this.recordIgnoredSignal('updateOrderStatus', 'nothing was handed to the carrier yet')
      return
    }
    if (this.handledEventKeys.has(`carrier:${dedupeKey}`)) return
    this.handledEventKeys.add(`carrier:${dedupeKey}`)
    if (this.carrierStatus !== 'delivered') this.carrierStatus = status
  }

  /** Handles an event of the payment provider; ignored unless a charge is in progress. */
  onPaymentEvent(): void {
    const { status } = this.view.payment
    if (status === 'charging' || status === 'pending') this.paymentEventCount += 1
    else this.recordIgnoredSignal('paymentCompleted', 'no charge is under way')
  }

  recordIgnoredSignal(signal: string, reason: string): void {
    this.applyChange({}, { code: 'signalIgnored', params: { signal, reason }, sender: EXTERNAL_SYSTEM })
  }

  recordShipped(): void {
    const shipment = this.view.shipment
    if (shipment)
      this.applyChange(
        { state: 'SHIPPED', shipment: { ...shipment, shippedAt: now() } },
        { code: 'shipped', sender: CARRIER },
      )
  }

  recordDelivered(): void {
    const shipment = this.view.shipment
    if (shipment)
      this.applyChange(
        { state: 'DELIVERED', shipment: { ...shipment, deliveredAt: now() } },
        { code: 'delivered', sender: CARRIER },
      )
  }

  /** Marks a step as parked: staff see it, and it is retried. */
  markNeedsAttention(step: string, error: string): void {
    const { attention } = this.view
    const previous = attention?.step === step ? attention : null
    const attempts = (previous?.attempts ?? 0) + 1
    const entries: NewEntry[] = previous ? [] : [{ code: 'needsAttention', params: { step, error } }]
    this.applyChange({ attention: { step, error, since: previous?.since ?? now(), attempts } }, ...entries)
  }

  /** Removes the mark once the step has succeeded. */
  clearAttention(step: string): void {
    if (this.view.attention?.step !== step) return
    this.applyChange({ attention: null }, { code: 'attentionCleared', params: { step } })
  }

  /** Stores a message to the customer in the outbox without blocking the workflow; the mail sender sends it. */
  notifyCustomer(message: NotificationName, params: StreamParams = {}): void {
    const stored = notification
      .notify({ caseId: this.view.orderId, message, params: { number: this.view.number, ...params } })
      .catch((error: unknown) =>
        this.applyChange(
          {},
          { code: 'notificationFailed', params: { message, error: toFailureMessage(error) } },
        ),
      )
    this.pendingNotifications.push(stored)
  }

  /** The last await: notifications stored or given up, everything written, no handler running. */
  async drain(): Promise<void> {
    await Promise.all(this.pendingNotifications)
    await this.recorder.flush()
  }
}
