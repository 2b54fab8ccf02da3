import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { UserText } from '@/components/ui/user-text'
import { formatMoney } from '@/temporal/contract/money'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { interpolate } from '../interpolate'
import type { ShopMessages } from '../messages/shop-messages'

type Line = TrackedOrder['lines'][number]

const Price = ({ line, order, messages }: { line: Line; order: TrackedOrder; messages: ShopMessages }) =>
  line.unitCents !== null && line.quantity > 1 ? (
    <span className="block text-sm text-muted">
      {interpolate(messages.track.each, {
        price: formatMoney(line.unitCents, order.currency, messages.moneyLocale),
      })}
    </span>
  ) : null

/** What was ordered and what it costs. */
export const OrderLines = ({ order, messages }: { order: TrackedOrder; messages: ShopMessages }) => (
  <Card title={messages.track.items}>
    <table className="w-full">
      <thead className="sr-only">
        <tr>
          <th scope="col">{messages.track.item}</th>
          <th scope="col">{messages.track.amount}</th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={`${line.name} ${line.lineCents}`} className="align-top">
            <td className="pb-3">
              <span className="tabular-nums">{line.quantity} ×</span> <UserText>{line.name}</UserText>
              <Price line={line} order={order} messages={messages} />
            </td>
            <td className="pb-3 pl-4 text-right">
              <Money cents={line.lineCents} currency={order.currency} locale={messages.moneyLocale} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-line font-semibold">
          <th scope="row" className="pt-3 text-left font-semibold">
            {messages.track.total}
          </th>
          <td className="pt-3 pl-4 text-right">
            <Money cents={order.totalCents} currency={order.currency} locale={messages.moneyLocale} />
          </td>
        </tr>
      </tfoot>
    </table>
  </Card>
)
