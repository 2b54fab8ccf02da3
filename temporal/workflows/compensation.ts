/** The undo list of a saga: registered before the step it undoes, run in reverse, each by idempotency key. */

import type { OrderCase } from './order-case'
import { insistOn } from './order-steps'
import { inventory, payment } from './steps'

type Undo = (order: OrderCase) => Promise<void>

const releaseStock: Undo = async (order) => {
  const { orderId } = order.view
  await insistOn(order, 'Returning stock', () => inventory.releaseStock({ orderId }))
  order.announce({ stock: 'released' }, { code: 'stockReleased' })
}

const refundPayment: Undo = async (order) => {
  const { orderId, payment: paid } = order.view
  order.announce({ payment: { ...paid, status: 'refunding' } })
  const { status, refundedCents } = await insistOn(order, 'Refunding', () =>
    payment.refundPayment({ orderId }),
  )
  if (status === 'voided') {
    order.announce({ payment: { ...order.view.payment, status } }, { code: 'paymentVoided' })
    return
  }
  // A charge that timed out was taken all the same: what comes back is what had been taken.
  order.announce(
    { payment: { status, chargedCents: refundedCents, refundedCents } },
    {
      code: 'paymentRefunded',
      params: {
        amount: order.money(refundedCents),
        before: order.money(refundedCents),
        after: order.money(0),
      },
    },
  )
}

const UNDO = { releaseStock, refundPayment } as const

export class Compensations {
  private readonly todo: (keyof typeof UNDO)[] = []

  constructor(private readonly order: OrderCase) {
    // The run that was reset may have done anything; each undo does nothing where there is nothing to undo.
    if (order.isReset) this.todo.push('releaseStock', 'refundPayment')
  }

  /** Call before the step, so that a step of unknown outcome is undone too. */
  register(name: keyof typeof UNDO): void {
    if (!this.todo.includes(name)) this.todo.push(name)
  }

  /** Undoes all, the newest first. Each is tried without limit; none is skipped. */
  async run(): Promise<void> {
    for (let name = this.todo.pop(); name !== undefined; name = this.todo.pop()) {
      await UNDO[name](this.order)
    }
  }
}
