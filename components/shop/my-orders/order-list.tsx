import { buttonClass } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'
import { LocalTime } from '@/components/ui/local-time'
import { formatMoney } from '@/temporal/contract/money'
import type { Headline, OwnOrder } from '@/temporal/contract/orders/order-tracking'
import * as paths from '@/temporal/contract/paths'
import { interpolate } from '../interpolate'
import type { MyOrdersMessages } from '../messages/my-orders-messages'

interface Props {
  orders: readonly OwnOrder[]
  nextHref: string | null
  messages: MyOrdersMessages
  headlines: Record<Headline, string>
  locale: string
  moneyLocale: string
}

const OrderRow = ({ order, messages, headlines, locale, moneyLocale }: Props & { order: OwnOrder }) => (
  <li className="relative flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-4 hover:bg-hover">
    <div className="min-w-0">
      <a
        href={order.statusPath}
        className="font-semibold underline-offset-4 after:absolute after:inset-0 hover:underline"
      >
        {headlines[order.headline]}
      </a>
      <p className="text-sm text-muted">
        {interpolate(messages.number, { number: order.number })} · {messages.placed}{' '}
        <LocalTime at={order.placedAt} locale={locale} dayOnly />
      </p>
    </div>
    <p className="text-muted tabular-nums">
      {order.pieces === 1
        ? messages.pieces.one
        : interpolate(messages.pieces.other, { count: String(order.pieces) })}
      {order.totalCents !== null && order.currency && (
        <span className="ml-3 font-medium text-ink">
          {formatMoney(order.totalCents, order.currency, moneyLocale)}
        </span>
      )}
    </p>
  </li>
)

/** The visitor's orders with their state, each linked to its page. */
export const OrderList = (props: Props) => {
  const { orders, nextHref, messages } = props
  if (orders.length === 0) {
    return (
      <EmptyState
        title={messages.none}
        action={
          <a href={paths.order()} className={buttonClass('primary')}>
            {messages.order}
          </a>
        }
      >
        {messages.noneHint}
      </EmptyState>
    )
  }
  return (
    <>
      <ul
        aria-label={messages.title}
        className="divide-y divide-line rounded-lg border border-line bg-surface"
      >
        {orders.map((order) => (
          <OrderRow key={order.statusPath} {...props} order={order} />
        ))}
      </ul>
      {nextHref && (
        <p>
          <a href={nextHref} className={buttonClass()}>
            {messages.older}
          </a>
        </p>
      )}
    </>
  )
}
