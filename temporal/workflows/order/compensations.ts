/** The compensations of a saga: registered before their step, run in reverse, each idempotent by its key. */

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

const COMPENSATIONS = { releaseStock, refundPayment } as const

export class Compensations {
  private readonly pending: (keyof typeof COMPENSATIONS)[] = []

  constructor(private readonly order: OrderCase) {
    // The run before the reset may have done every step; a compensation without its step does nothing.
    if (order.isReset) this.pending.push('releaseStock', 'refundPayment')
  }

  /** Call it before the step, so that a step with an unknown outcome is compensated too. */
  register(name: keyof typeof COMPENSATIONS): void {
    if (!this.pending.includes(name)) this.pending.push(name)
  }

  /** Runs all compensations, the newest first. Each is retried without limit; none is skipped. */
  async run(): Promise<void> {
    for (let name = this.pending.pop(); name !== undefined; name = this.pending.pop()) {
      await COMPENSATIONS[name](this.order)
    }
  }
}
