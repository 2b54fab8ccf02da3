import { Money } from '@/components/ui/money'
import { UserText } from '@/components/ui/user-text'
import type { ApprovalData } from '@/temporal/contract/cases/case'
import type { OrderLine } from '@/temporal/contract/orders/order'

export interface Order {
  lines: readonly OrderLine[]
  totalCents: number
  currency: string
}

/** More lines are folded. */
const MAX_LINES = 10

/** The lines of an order, or those that its approval carries, which are there before the order is loaded. */
export const getOrderLines = (order: Order | null, approval: ApprovalData | undefined): Order | null => {
  if (order) return order
  const lines = approval?.payload.lines
  if (!approval?.orderId || !Array.isArray(lines) || !approval.currency) return null
  return { lines: lines as OrderLine[], totalCents: approval.amountCents ?? 0, currency: approval.currency }
}

const Rows = ({ lines, currency }: Pick<Order, 'lines' | 'currency'>) =>
  lines.map((line) => (
    <tr key={`${line.sku} ${line.originalSku}`} className="align-top">
      <th scope="row" className="py-0.5 pr-3 text-left font-normal">
        <span className="text-muted tabular-nums">{line.quantity} ×</span> <UserText>{line.name}</UserText>
        <span className="ml-2 font-mono text-xs text-faint">
          <UserText>{line.originalSku ? `${line.originalSku}, placed on ${line.sku}` : line.sku}</UserText>
        </span>
      </th>
      <td className="py-0.5 text-right">
        <Money cents={line.lineCents} currency={currency} />
      </td>
    </tr>
  ))

const Lines = ({ lines, totalCents, currency }: Order) => (
  <table className="w-full">
    <caption className="sr-only">Lines of the order</caption>
    <thead className="sr-only">
      <tr>
        <th scope="col">Product</th>
        <th scope="col">Amount</th>
      </tr>
    </thead>
    <tbody>
      <Rows lines={lines} currency={currency} />
    </tbody>
    <tfoot>
      <tr className="border-t border-line font-medium">
        <th scope="row" className="pt-1.5 text-left font-medium">
          Total
        </th>
        <td className="pt-1.5 text-right">
          <Money cents={totalCents} currency={currency} />
        </td>
      </tr>
    </tfoot>
  </table>
)

/** What was ordered, above the decision about it. */
export const OrderLines = ({ order }: { order: Order }) => (
  <section aria-label="What was ordered" className="rounded-lg border border-line px-4 py-3">
    {order.lines.length <= MAX_LINES ? (
      <Lines {...order} />
    ) : (
      <details>
        <summary className="min-h-6 w-fit cursor-pointer">
          {order.lines.length} products, <Money cents={order.totalCents} currency={order.currency} />
        </summary>
        <Lines {...order} />
      </details>
    )}
  </section>
)
