/** The state of one order and the only ways it changes. */

import { workflowInfo } from '@temporalio/workflow'
import type { MessageName } from '../contract/activities'
import { numberOf } from '../contract/ids'
import { DEFAULT_CURRENCY, formatMoney } from '../contract/money'
import {
  type CancelRequest,
  type OrderInput,
  type OrderStatusEvent,
  type OrderView,
  orderCan,
} from '../contract/order'
import type { Person } from '../contract/people'
import type { OrderState } from '../contract/states'
import { CARRIER, OUTSIDE, type StreamParams } from '../contract/stream'
import { Announcer, type Note, now } from './announcer'
import { reasonOf } from './failures'
import { saveOrder } from './save'
import { notification } from './steps'

const firstView = (input: OrderInput): OrderView => {
  const { workflowId, runId } = workflowInfo()
  const at = now()
  return {
    kind: 'order',
    orderId: input.orderId,
    number: numberOf(input.orderId),
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
  readonly announcer: Announcer<OrderView>
  /** How many approvals this run asked for. */
  approvalRound = 0
  /** How often the payment provider was heard of by signal; each time it is asked again. */
  providerNews = 0
  /**
   * A reset starts another run of the same order: what the first one did in the world is still done, and Temporal
   * brings its signals again, at the start and so before their time.
   */
  readonly isReset = workflowInfo().runId !== workflowInfo().firstExecutionRunId
  private readonly seen = new Set<string>()
  private readonly messages: Promise<void>[] = []
  private carrierStatus: OrderStatusEvent['status'] | null = null

  constructor(readonly input: OrderInput) {
    this.view = firstView(input)
    this.announcer = new Announcer(this.view, saveOrder)
  }

  get isCancelAsked(): boolean {
    return this.view.cancelRequest !== null
  }

  get isShipped(): boolean {
    return this.carrierStatus !== null
  }

  get isDelivered(): boolean {
    return this.carrierStatus === 'delivered'
  }

  announce(change: Partial<OrderView>, ...notes: Note[]): void {
    this.announcer.announce(change, ...notes)
  }

  moveTo(state: OrderState, ...notes: Note[]): void {
    this.announce({ state }, ...notes)
  }

  money(amountCents: number): string {
    return formatMoney(amountCents, this.view.currency)
  }

  /** Takes the first request that comes in time; a later one changes nothing. */
  askToCancel(by: Person, reason: string): void {
    if (this.isCancelAsked) return
    if (!orderCan.cancel(this.view)) {
      this.announce({}, { code: 'cancelTooLate', sender: by })
      return
    }
    const cancelRequest: CancelRequest = { by, reason, at: now() }
    this.announce({ cancelRequest }, { code: 'cancelRequested', params: { reason }, sender: by })
  }

  /** An event of the carrier or the warehouse. Delivered implies shipped; a repeated event changes nothing. */
  carrierReports({ status, dedupeKey = status }: OrderStatusEvent): void {
    if (this.view.shipment === null && !this.isReset) {
      this.ignore('updateOrderStatus', 'nothing was handed to the carrier yet')
      return
    }
    if (this.seen.has(`carrier:${dedupeKey}`)) return
    this.seen.add(`carrier:${dedupeKey}`)
    if (this.carrierStatus !== 'delivered') this.carrierStatus = status
  }

  /** Word from the payment provider, heard only while a charge is under way. */
  providerReports(): void {
    const { status } = this.view.payment
    if (status === 'charging' || status === 'pending') this.providerNews += 1
    else this.ignore('paymentCompleted', 'no charge is under way')
  }

  ignore(signal: string, reason: string): void {
    this.announce({}, { code: 'signalIgnored', params: { signal, reason }, sender: OUTSIDE })
  }

  shipped(): void {
    const shipment = this.view.shipment
    if (shipment)
      this.announce(
        { state: 'SHIPPED', shipment: { ...shipment, shippedAt: now() } },
        { code: 'shipped', sender: CARRIER },
      )
  }

  delivered(): void {
    const shipment = this.view.shipment
    if (shipment)
      this.announce(
        { state: 'DELIVERED', shipment: { ...shipment, deliveredAt: now() } },
        { code: 'delivered', sender: CARRIER },
      )
  }

  /** Marks a step as parked: visible to people, tried again. */
  park(step: string, error: string): void {
    const { attention } = this.view
    const again = attention?.step === step ? attention : null
    const attempts = (again?.attempts ?? 0) + 1
    const notes: Note[] = again ? [] : [{ code: 'needsAttention', params: { step, error } }]
    this.announce({ attention: { step, error, since: again?.since ?? now(), attempts } }, ...notes)
  }

  /** Takes the mark away once the step worked. */
  unpark(step: string): void {
    if (this.view.attention?.step !== step) return
    this.announce({ attention: null }, { code: 'attentionCleared', params: { step } })
  }

  /** Keeps a message for the customer, beside the flow. The postman sends it, for whom nobody waits. */
  tell(message: MessageName, params: StreamParams = {}): void {
    const sent = notification
      .notify({ caseId: this.view.orderId, message, params: { number: this.view.number, ...params } })
      .catch((error: unknown) =>
        this.announce({}, { code: 'notificationFailed', params: { message, error: reasonOf(error) } }),
      )
    this.messages.push(sent)
  }

  /** The last await: messages kept or given up, everything written, no handler at work. */
  async settle(): Promise<void> {
    await Promise.all(this.messages)
    await this.announcer.flush()
  }
}
