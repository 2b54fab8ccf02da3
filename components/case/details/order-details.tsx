import { ClockTime } from '@/components/ui/clock-time'
import { Money } from '@/components/ui/money'
import { Skeleton } from '@/components/ui/skeleton'
import { isFree, type OrderPayment, type OrderShipment } from '@/temporal/contract/orders/order'
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

/** As its country prints it; without lines, as an older copy of the page has it, the parts as they stand. */
const Address = ({ order: { addressLines, shippingAddress, email } }: { order: OrderResponse }) => (
  <address className="not-italic">
    <span dir="auto" className="block text-left whitespace-pre-line [unicode-bidi:plaintext]">
      {(addressLines ?? Object.values(shippingAddress ?? {})).filter(Boolean).join('\n')}
    </span>
    {email && (
      <a href={`mailto:${email}`} className="link break-all">
        {email}
      </a>
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

/** Address, payment and stock of an order. */
export const OrderDetails = ({ order }: { order: OrderResponse }) => (
  <>
    {order.shippingAddress && (
      <DetailsSection title="Delivers to">
        <Address order={order} />
      </DetailsSection>
    )}
    <DetailsSection title="Money and stock">
      <Facts>
        <Fact name="Payment">
          {isFree(order) && order.payment.status === 'none'
            ? 'Nothing to pay'
            : PAYMENT[order.payment.status]}
        </Fact>
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
  <DetailsSection title="Delivers to">
    <Skeleton className="h-4 w-3/4" />
    <Skeleton className="h-4 w-1/2" />
    <Skeleton className="h-4 w-full" />
  </DetailsSection>
)
