import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { formatMoney } from '@/temporal/contract/money'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import { fill } from './fill'
import type { ShopWords } from './words'

type Line = TrackedOrder['lines'][number]

const Price = ({ line, order, words }: { line: Line; order: TrackedOrder; words: ShopWords }) =>
  line.unitCents !== null && line.quantity > 1 ? (
    <span className="block text-sm text-muted">
      {fill(words.track.each, { price: formatMoney(line.unitCents, order.currency, words.moneyLocale) })}
    </span>
  ) : null

/** What was ordered and what it costs. */
export const OrderLines = ({ order, words }: { order: TrackedOrder; words: ShopWords }) => (
  <Card title={words.track.items}>
    <table className="w-full">
      <thead className="sr-only">
        <tr>
          <th scope="col">{words.track.item}</th>
          <th scope="col">{words.track.amount}</th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={`${line.name} ${line.lineCents}`} className="align-top">
            <td className="pb-3">
              <span className="tabular-nums">{line.quantity} ×</span> {line.name}
              <Price line={line} order={order} words={words} />
            </td>
            <td className="pb-3 pl-4 text-right">
              <Money cents={line.lineCents} currency={order.currency} locale={words.moneyLocale} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-line font-semibold">
          <th scope="row" className="pt-3 text-left font-semibold">
            {words.track.total}
          </th>
          <td className="pt-3 pl-4 text-right">
            <Money cents={order.totalCents} currency={order.currency} locale={words.moneyLocale} />
          </td>
        </tr>
      </tfoot>
    </table>
  </Card>
)
