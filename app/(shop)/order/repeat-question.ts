/** The question before an order is repeated, in the words of customers. */

import type { RecentOrder } from '@/app/_server/orders/recent-orders'
import { interpolate } from '@/components/shop/interpolate'
import type { ShopMessages } from '@/components/shop/messages/shop-messages'
import type { OrderQuestion } from '@/components/shop/order-form/order-form-state'

const MINUTE_MS = 60_000

/** "2 minutes ago" in the language of the page; "this minute" for less than one. */
export const formatAgo = (at: string, now: Date, locale: string): string =>
  new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
    Math.min(0, -Math.floor((now.getTime() - Date.parse(at)) / MINUTE_MS)),
    'minute',
  )

/** Asks whether the customer wants another order like this one. */
export const askAboutRepeat = (
  { number, placedAt, statusPath }: RecentOrder,
  { locale, order }: ShopMessages,
): OrderQuestion => ({
  title: interpolate(order.repeated.title, { number, ago: formatAgo(placedAt, new Date(), locale) }),
  detail: order.repeated.detail,
  link: { href: statusPath, label: order.see },
  confirm: { value: number, label: order.repeated.confirm },
})
