import { ClockTime } from '@/components/ui/clock-time'
import { Money } from '@/components/ui/money'
import { Skeleton } from '@/components/ui/skeleton'
import type { OrderPayment, OrderShipment, Address as PostalAddress } from '@/temporal/contract/orders/order'
import type { OrderResponse } from '@/temporal/contract/orders/order-response'
import { getStockStatus } from '@/temporal/contract/orders/stock-status'
import { DetailsSection, Fact, Facts } from './facts'

const PAYMENT = {
  none: 'Nothing charged',
  charging: 'Being charged',
  pending: 'With the provider',
  charged: 'Charged',
  refunding: 'Being refunded',
  refunded: 'Refunded',
  voided: 'Stopped; nothing taken',
} as const satisfies Record<OrderPayment['status'], string>

const STOCK = {
  none: null,
  reserved: 'Reserved',
  shipped: 'Left with the carrier',
  released: 'Returned',
} as const satisfies Record<ReturnType<typeof getStockStatus>, string | null>

const Lines = ({ order: { lines, totalCents, currency } }: { order: OrderResponse }) => (
  <table className="w-full">
    <caption className="sr-only">Lines of the order</caption>
    <thead className="sr-only">
      <tr>
        <th scope="col">Product</th>
        <th scope="col">Amount</th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr key={`${line.sku} ${line.originalSku}`} className="align-top">
          <th scope="row" className="py-0.5 pr-3 text-left font-normal">
            <span className="text-muted tabular-nums">{line.quantity} ×</span> {line.name}
            <span className="block font-mono text-xs text-faint">
              {line.originalSku ? `${line.originalSku}, placed on ${line.sku}` : line.sku}
            </span>
          </th>
          <td className="py-0.5 text-right">
            <Money cents={line.lineCents} currency={currency} />
          </td>
        </tr>
      ))}
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

const COUNTRY = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })

/** Name of a country; an unknown code stays as it is. */
const countryLabel = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (COUNTRY.of(code) ?? code) : code)

const Address = ({ to, email }: { to: PostalAddress; email: string | undefined }) => (
  <address className="not-italic">
    {to.name}
    <br />
    {to.line1}
    <br />
    {to.line2 && (
      <>
        {to.line2}
        <br />
      </>
    )}
    {to.postalCode} {to.city}
    {to.region && `, ${to.region}`}
    <br />
    {countryLabel(to.country)}
    {email && (
      <>
        <br />
        <a href={`mailto:${email}`} className="link break-all">
          {email}
        </a>
      </>
    )}
  </address>
)

const Timestamp = ({ at }: { at: string | null }) => (at ? <ClockTime at={at} /> : null)

const Shipment = ({ shipment }: { shipment: OrderShipment }) => (
  <Facts>
    <Fact name="Shipment">
      {shipment.shipmentId && <code className="font-mono text-xs break-all">{shipment.shipmentId}</code>}
    </Fact>
    <Fact name="Handed over">
      <Timestamp at={shipment.scheduledAt} />
    </Fact>
    <Fact name="Shipped">{shipment.shippedAt && <Timestamp at={shipment.shippedAt} />}</Fact>
    <Fact name="Delivered">{shipment.deliveredAt && <Timestamp at={shipment.deliveredAt} />}</Fact>
  </Facts>
)

/** Lines, address, payment and stock of an order. */
export const OrderDetails = ({ order }: { order: OrderResponse }) => (
  <>
    <DetailsSection title="Order">
      <Lines order={order} />
      {order.rule && (
        <p className="text-muted">
          Rule <span className="text-ink">{order.rule.rule}</span> asked: {order.rule.reason}
        </p>
      )}
    </DetailsSection>
    {order.shippingAddress && (
      <DetailsSection title="Delivers to">
        <Address to={order.shippingAddress} email={order.email} />
      </DetailsSection>
    )}
    <DetailsSection title="Money and stock">
      <Facts>
        <Fact name="Payment">{PAYMENT[order.payment.status]}</Fact>
        <Fact name="Charged">
          {order.payment.chargedCents > 0 && (
            <Money cents={order.payment.chargedCents} currency={order.currency} />
          )}
        </Fact>
        <Fact name="Refunded">
          {order.payment.refundedCents > 0 && (
            <Money cents={order.payment.refundedCents} currency={order.currency} />
          )}
        </Fact>
        <Fact name="Stock">{STOCK[getStockStatus(order)]}</Fact>
      </Facts>
    </DetailsSection>
    {order.shipment && (
      <DetailsSection title="Shipment">
        <Shipment shipment={order.shipment} />
      </DetailsSection>
    )}
  </>
)

/** Skeleton of OrderDetails. */
export const OrderDetailsSkeleton = () => (
  <DetailsSection title="Order">
    <Skeleton className="h-4 w-3/4" />
    <Skeleton className="h-4 w-1/2" />
    <Skeleton className="h-4 w-full" />
  </DetailsSection>
)
