/** The state of one order and every method that changes it. */

import { workflowInfo } from '@temporalio/workflow'
import type { NotificationName } from '../../contract/activities'
import type { Person } from '../../contract/auth/actor'
import type { StreamParams } from '../../contract/cases/activity-stream'
import { CARRIER, EXTERNAL_SYSTEM } from '../../contract/cases/senders'
import { formatMoney } from '../../contract/money'
import {
  type Attention,
  type CancelRequest,
  type OrderEnding,
  type OrderInput,
  type OrderResume,
  type OrderStatusEvent,
  type OrderView,
  orderCan,
} from '../../contract/orders/order'
import { isTerminal, type OrderState } from '../../contract/states'
import { notification } from '../shared/activity-proxies'
import { CaseRecorder, type NewEntry, now } from '../shared/case-recorder'
import { toFailureMessage } from '../shared/failures'
import { writeOrder } from '../shared/projection-writer'
import { initialOrderView } from './initial-order-view'

export class OrderCase {
  readonly view: OrderView
  readonly recorder: CaseRecorder<OrderView>
  /** Number of approvals that this order opened, in all its runs. */
  approvalRound: number
  /** Number of payment signals received; after each the provider is queried again. */
  paymentEventCount = 0
  /**
   * A reset starts another run of the same order. The effects of the first run remain, and Temporal redelivers its
   * signals at the start of the new run, before the steps that they belong to.
   */
  isReset: boolean
  /** True while a parked step waits; a request to try it at once ends it. */
  isWaitingToRetry = false
  /** The end that the order goes to once it is compensated; null while it is being fulfilled. */
  ending: OrderEnding | null
  private readonly handledEventKeys: Set<string>
  private readonly pendingNotifications: Promise<void>[] = []
  private carrierStatus: OrderStatusEvent['status'] | null
  private pendingCount = 0
  private parkedStep: Attention | null

  constructor(readonly input: OrderInput) {
    const { resume } = input
    const { runId, firstExecutionRunId } = workflowInfo()
    this.isReset = resume ? resume.isReset : runId !== firstExecutionRunId
    this.view = resume ? { ...resume.view, runId } : initialOrderView(input)
    this.recorder = new CaseRecorder(this.view, writeOrder, resume?.written)
    this.approvalRound = resume?.approvalRound ?? 0
    this.ending = resume?.ending ?? null
    this.parkedStep = resume?.view.attention ?? null
    this.handledEventKeys = new Set(resume?.handledEventKeys)
    this.carrierStatus = resume?.carrierStatus ?? null
  }

  /** Called in a run that continued another one, once a reset of it is known. */
  onReset(): void {
    this.isReset = true
  }

  /** What this run knows besides the view, for the next run. */
  get progress(): Omit<OrderResume, 'view' | 'written' | 'compensations'> {
    const { approvalRound, isReset, ending, carrierStatus } = this
    return { approvalRound, isReset, ending, carrierStatus, handledEventKeys: [...this.handledEventKeys] }
  }

  /** True when the run may continue as new: nothing that the next run does not know of is under way. */
  get isIdle(): boolean {
    const { approval } = this.view
    const isApprovalOpen = approval !== null && !isTerminal(approval.state)
    return this.pendingCount === 0 && !isApprovalOpen && this.recorder.areUpdatesReplied
  }

  /** Work beside the flow, which must end in the run that it began in. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.pendingCount += 1
    try {
      return await work
    } finally {
      this.pendingCount -= 1
    }
  }

  /** The input as it was placed, for activities. */
  get placement(): OrderInput {
    const { resume: _, ...placement } = this.input
    return placement
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

  /** Marks a step as parked until `retryAt`: staff see it, and it is retried. */
  markNeedsAttention(step: string, error: string, retryAt: string): void {
    const { attention } = this.view
    const previous = attention?.step === step ? attention : null
    const attempts = (previous?.attempts ?? 0) + 1
    const entries: NewEntry[] = previous ? [] : [{ code: 'needsAttention', params: { step, error } }]
    const since = previous?.since ?? now()
    this.applyChange({ attention: { step, error, since, attempts, retryAt } }, ...entries)
  }

  /** The mark of a step that the run before this one has parked; once, for the first attempt in this run. */
  takeParkedStep(step: string): Attention | null {
    const parked = this.parkedStep?.step === step ? this.parkedStep : null
    if (parked) this.parkedStep = null
    return parked
  }

  /** Tries the parked step at once. A step that is being tried already goes on; the view then says so. */
  requestRetry(by: Person): void {
    const { attention } = this.view
    if (!attention?.retryAt) return
    const entries: NewEntry[] = this.isWaitingToRetry
      ? [{ code: 'retryRequested', params: { step: attention.step }, sender: by }]
      : []
    this.isWaitingToRetry = false
    this.applyChange({ attention: { ...attention, retryAt: null } }, ...entries)
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
    void this.track(stored)
  }

  /** The last await: notifications stored or given up, everything written, no handler running. */
  async drain(): Promise<void> {
    await Promise.all(this.pendingNotifications)
    await this.recorder.flush()
  }
}
