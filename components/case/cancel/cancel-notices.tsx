import { Banner } from '@/components/ui/banner'
import { ProblemNote } from '@/components/ui/problem-note'
import type { OrderData } from '@/temporal/contract/cases/case'
import { formatMoney } from '@/temporal/contract/money'
import { orderCan } from '@/temporal/contract/orders/order'
import type { CancelOrderResponse } from '@/temporal/contract/responses'
import { isTerminal } from '@/temporal/contract/states'
import type { CaseFormState } from '../case-actions'

/** What cancelling will do, from what has been done so far. */
export const cancelConsequences = ({ payment, stock, currency, approval }: OrderData): string[] => {
  const isTaken = payment.chargedCents > 0
  const isAsked = payment.status === 'charging' || payment.status === 'pending'
  return [
    isTaken
      ? `${formatMoney(payment.chargedCents, currency)} is given back to the customer.`
      : isAsked
        ? 'What the payment provider may have taken is given back.'
        : 'Nothing was charged, so nothing has to be given back.',
    ...(stock === 'reserved' ? ['The reserved stock can be sold again.'] : []),
    ...(approval?.state && !isTerminal(approval.state) ? ['Nobody has to decide on it any more.'] : []),
    'The customer gets a message. This cannot be undone.',
  ]
}

/** The order went on while somebody was about to cancel it: why it is too late, and what they had typed. */
export const TooLateToCancel = ({ order, draft }: { order: OrderData; draft: string }) => (
  <Banner tone="waiting" title="It is too late to cancel this order">
    <p>{orderCan.cancelDenialReason(order)}.</p>
    {draft && <p className="text-muted">You had typed: “{draft}”</p>}
  </Banner>
)

/** What came back of a press. */
export const CancelResult = ({ posted }: { posted: CaseFormState<CancelOrderResponse> }) =>
  posted.ok ? (
    <Banner tone="waiting" title={posted.value.message} />
  ) : (
    <ProblemNote problem={posted.problem} kept={posted.draft && 'Your reason is kept.'} />
  )
