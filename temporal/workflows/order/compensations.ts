/** The undo list of a saga: registered before the step it undoes, run in reverse, each by idempotency key. */

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
  const { orderId, payment: paid } = order.view
  order.applyChange({ payment: { ...paid, status: 'refunding' } })
  const { status, refundedCents } = await runUncancellable(order, 'Refunding', () =>
    payment.refundPayment({ orderId }),
  )
  if (status === 'voided') {
    order.applyChange({ payment: { ...order.view.payment, status } }, { code: 'paymentVoided' })
    return
  }
  // A charge that timed out was taken all the same: what comes back is what had been taken.
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
    // The run that was reset may have done anything; each undo does nothing where there is nothing to undo.
    if (order.isReset) this.pending.push('releaseStock', 'refundPayment')
  }

  /** Call before the step, so that a step of unknown outcome is undone too. */
  register(name: keyof typeof COMPENSATIONS): void {
    if (!this.pending.includes(name)) this.pending.push(name)
  }

  /** Undoes all, the newest first. Each is tried without limit; none is skipped. */
  async run(): Promise<void> {
    for (let name = this.pending.pop(); name !== undefined; name = this.pending.pop()) {
      await COMPENSATIONS[name](this.order)
    }
  }
}
