/** The compensations of a saga: registered before their step, run in reverse, each idempotent by its key. */

import { patched } from '@temporalio/workflow'
import { COMPENSATIONS, type CompensationName, isFree } from '../../contract/orders/order'
import { inventory, payment } from '../shared/activity-proxies'
import type { OrderCase } from './order-case'
import { runUncancellable } from './run-step'

type Compensation = (order: OrderCase) => Promise<void>

const releaseStock: Compensation = async (order) => {
  const { orderId } = order.view
  await runUncancellable(order, 'Returning stock', () => inventory.releaseStock({ orderId }))
  order.applyChange({ stock: 'released' }, { code: 'stockReleased' })
}

const refundPayment: Compensation = async (order) => {
  const { orderId } = order.view
  if (isFree(order.view) && patched('nothing-to-pay')) return
  order.applyChange({ payment: { ...order.view.payment, status: 'refunding' } })
  const { status, refundedCents } = await runUncancellable(order, 'Refunding', () =>
    payment.refundPayment({ orderId }),
  )
  if (status === 'voided') {
    order.applyChange({ payment: { ...order.view.payment, status } }, { code: 'paymentVoided' })
    return
  }
  // A charge that timed out may still have taken the money: the refunded amount is what was charged.
  order.applyChange(
    { payment: { status, chargedCents: refundedCents, refundedCents } },
    {
      code: 'paymentRefunded',
      params: {
        amount: order.formatMoney(refundedCents),
        before: order.formatMoney(refundedCents),
        after: order.formatMoney(0),
      },
    },
  )
}

const BY_NAME: Record<CompensationName, Compensation> = { releaseStock, refundPayment }

export class Compensations {
  /** Registered and not done, the newest last. */
  readonly pending: CompensationName[]

  constructor(private readonly order: OrderCase) {
    const { resume } = order.input
    this.pending = [...(resume?.compensations ?? [])]
    if (!resume && order.isReset) this.registerAll()
  }

  /** After a reset: the run before may have done every step; a compensation without its step does nothing. */
  registerAll(): void {
    for (const name of COMPENSATIONS) this.register(name)
  }

  /** Call it before the step, so that a step with an unknown outcome is compensated too. */
  register(name: CompensationName): void {
    if (!this.pending.includes(name)) this.pending.push(name)
  }

  /** Runs all compensations, the newest first. Each is retried without limit; none is skipped. */
  async run(): Promise<void> {
    for (let name = this.pending.at(-1); name !== undefined; name = this.pending.at(-1)) {
      await BY_NAME[name](this.order)
      // Only now, so that a run that continues as new meanwhile passes it on.
      this.pending.splice(this.pending.lastIndexOf(name), 1)
    }
  }
}
