import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button-style'
import type { CustomerReason, TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import * as paths from '@/temporal/contract/paths'
import type { ShopMessages } from '../messages/shop-messages'

const CARD_REASONS: readonly CustomerReason[] = ['cardDeclined', 'insufficientFunds']

interface Props {
  order: TrackedOrder
  messages: ShopMessages
  /** The cancellation, where it is possible, and its result. */
  cancel: ReactNode
  /** URL of the order form with the values of this order, or null if it is not of this browser. */
  againUrl: string | null
}

const OrderAgain = ({ order, messages, againUrl }: Omit<Props, 'cancel'>) => {
  if (!order.isClosed) return null
  const isCard = order.outcome !== null && CARD_REASONS.includes(order.outcome.reason)
  return (
    <a
      href={againUrl ?? paths.order()}
      className={buttonClass(order.headline === 'delivered' ? 'neutral' : 'primary')}
    >
      {isCard && againUrl ? messages.track.otherCard : messages.track.orderAgain}
    </a>
  )
}

/** Actions of the order, always in the same place. */
export const OrderActions = ({ order, messages, cancel, againUrl }: Props) => (
  <div className="flex min-h-11 min-w-0 flex-col items-start gap-3 print:hidden">
    <OrderAgain order={order} messages={messages} againUrl={againUrl} />
    {cancel}
    {!order.isClosed && !order.canCancel && order.outcome === null && (
      <p className="py-2.5 text-muted">{messages.track.tooLate}</p>
    )}
  </div>
)
