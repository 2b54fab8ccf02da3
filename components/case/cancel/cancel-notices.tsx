import { Banner } from '@/components/ui/banner'
import type { FormState } from '@/components/ui/form/form-state'
import { ProblemNote } from '@/components/ui/form/problem-note'
import type { OrderData } from '@/temporal/contract/cases/case'
import { orderCan } from '@/temporal/contract/orders/order'
import type { CancelOrderResponse } from '@/temporal/contract/responses'

/**
 * Shown when the order progressed while somebody was about to cancel it: why it is too late, and the typed
 * reason.
 */
export const TooLateToCancel = ({ order, draft }: { order: OrderData; draft: string }) => (
  <Banner tone="waiting" title="It is too late to cancel this order">
    <p>{orderCan.cancelDenialReason(order)}.</p>
    {draft && <p className="text-muted">You had typed: “{draft}”</p>}
  </Banner>
)

/** Result of the last submission, with the reason that is typed now. */
export const CancelResult = ({
  state,
  draft,
}: {
  state: NonNullable<FormState<CancelOrderResponse>>
  draft: string
}) =>
  state.ok ? (
    <Banner tone="waiting" title={state.value.message} />
  ) : (
    <ProblemNote problem={state.problem} kept={draft && 'Your reason is kept.'} />
  )
