import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button-style'
import type { CustomerReason, TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { paths } from '@/temporal/contract/paths'
import type { ShopMessages } from '../messages/shop-messages'

const CARD_REASONS: readonly CustomerReason[] = ['cardDeclined', 'insufficientFunds']

interface Props {
  order: TrackedOrder
  messages: ShopMessages
  /** How to cancel, where that is possible, and what came of it. */
  cancel: ReactNode
  /** Address of the form with what this browser's own order was placed with, or null where it is another's. */
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

/** What can be done about the order now, always in the same place. */
export const OrderActions = ({ order, messages, cancel, againUrl }: Props) => (
  <div className="flex min-h-11 min-w-0 flex-col items-start gap-3 print:hidden">
    <OrderAgain order={order} messages={messages} againUrl={againUrl} />
    {cancel}
    {!order.isClosed && !order.canCancel && order.outcome === null && (
      <p className="py-2.5 text-muted">{messages.track.tooLate}</p>
    )}
  </div>
)
