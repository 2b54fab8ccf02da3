import type { OrderData } from '@/temporal/contract/cases/case'
import { formatMoney } from '@/temporal/contract/money'
import { isTerminal } from '@/temporal/contract/states'

/** Sentences that say what cancelling the order will do in its present state. */
export const cancelConsequences = ({ payment, stock, currency, approval }: OrderData): string[] => {
  const isCharged = payment.chargedCents > 0
  const isChargePending = payment.status === 'charging' || payment.status === 'pending'
  return [
    isCharged
      ? `${formatMoney(payment.chargedCents, currency)} is given back to the customer.`
      : isChargePending
        ? 'What the payment provider may have taken is given back.'
        : 'Nothing was charged, so nothing has to be given back.',
    ...(stock === 'reserved' ? ['The reserved stock can be sold again.'] : []),
    ...(approval?.state && !isTerminal(approval.state) ? ['Nobody has to decide on it any more.'] : []),
    'The customer gets a message. This cannot be undone.',
  ]
}
