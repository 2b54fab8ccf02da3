import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button-style'
import type { CustomerReason, TrackedOrder } from '@/temporal/contract/track'
import type { ShopWords } from './words'

const CARD_REASONS: readonly CustomerReason[] = ['cardDeclined', 'insufficientFunds']

interface Props {
  order: TrackedOrder
  words: ShopWords
  /** How to cancel, where that is possible, and what came of it. */
  cancel: ReactNode
  /** Address of the form with what this browser's own order was placed with, or null where it is another's. */
  againUrl: string | null
  /** Where questions go, or null. */
  supportEmail: string | null
}

const Questions = ({ order, words, supportEmail }: Omit<Props, 'cancel' | 'againUrl'>) => {
  if (!supportEmail) return null
  const subject = encodeURIComponent(words.track.title.replace('{number}', order.number))
  return (
    <p className="text-muted">
      {words.questions}{' '}
      <a href={`mailto:${supportEmail}?subject=${subject}`} className="link inline-block py-2.5">
        {words.write}
      </a>
    </p>
  )
}

const OrderAgain = ({ order, words, againUrl }: Pick<Props, 'order' | 'words' | 'againUrl'>) => {
  if (!order.isClosed || order.headline === 'delivered') return null
  const isCard = order.outcome !== null && CARD_REASONS.includes(order.outcome.reason)
  return (
    <a href={againUrl ?? '/order'} className={buttonClass('primary')}>
      {isCard && againUrl ? words.track.otherCard : words.track.orderAgain}
    </a>
  )
}

/** What can be done about the order now, always in the same place. */
export const OrderActions = ({ order, words, cancel, againUrl, supportEmail }: Props) => (
  <div className="flex min-h-11 flex-wrap items-start justify-between gap-x-6 gap-y-2 print:hidden">
    <div className="flex min-w-0 flex-col items-start gap-3">
      <OrderAgain order={order} words={words} againUrl={againUrl} />
      {cancel}
    </div>
    <Questions order={order} words={words} supportEmail={supportEmail} />
  </div>
)
