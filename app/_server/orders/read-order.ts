import type { Verb } from '@/app/_server/auth/context'
import type { Intake } from '@/db/queries/orders/orders'
import { toAddressLines } from '@/temporal/contract/addresses/address-lines'
import { normalizeAddress } from '@/temporal/contract/addresses/normalize-address'
import { isStaff } from '@/temporal/contract/auth/actor'
import { renderEntry } from '@/temporal/contract/cases/activity-stream'
import { countryName } from '@/temporal/contract/orders/countries'
import type { Address } from '@/temporal/contract/orders/order'
import { type OrderResponse, toCustomerView } from '@/temporal/contract/orders/order-response'
import { requireOrder } from './order-access'

/** Printed from the address in today's spelling, since older orders hold it as it was typed. */
const toPrintedLines = (stored: Address): string[] => {
  const address = normalizeAddress(stored)
  return [...toAddressLines(address), countryName(address.country, 'en')]
}

const toContact = (intake: Intake | null) =>
  intake && {
    email: intake.email,
    shippingAddress: intake.shippingAddress,
    addressLines: toPrintedLines(intake.shippingAddress),
  }

/** Reads one order, for staff and for the customer who placed it; customers do not see fields for staff. */
export const readOrder: Verb<{ orderId: string }, OrderResponse> = async (ctx, { orderId }) => {
  const { actor, order } = await requireOrder(ctx, 'order.read', orderId)
  const { view, intake, source, asOf } = order
  const shown = isStaff(actor) ? view : toCustomerView(view)
  return { ...shown, stream: shown.stream.map(renderEntry), ...toContact(intake), source, asOf }
}
