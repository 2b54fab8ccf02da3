/** When two placements under one idempotency key are the same order. */

import type { Intake } from '@/db/queries/orders/orders'
import { normalizeAddress } from '@/temporal/contract/addresses/normalize-address'
import type { OrderRequest } from '@/temporal/contract/schemas/order-request'
import { canonicalHash } from '../platform/canonical-hash'

type Stored = Pick<Intake, 'email' | 'items' | 'shippingAddress' | 'paymentToken'> & {
  purchasedAt?: string | null | undefined
}

const bySku = (a: { sku: string }, b: { sku: string }): number => (a.sku < b.sku ? -1 : 1)

/** Hash of what is stored of an order, in one spelling and whatever the order of its lines. */
export const hashOrder = ({
  email,
  items,
  shippingAddress,
  paymentToken,
  purchasedAt,
}: Stored | OrderRequest): string =>
  canonicalHash({
    email: email.toLowerCase(),
    items: items.toSorted(bySku),
    shippingAddress: normalizeAddress(shippingAddress),
    paymentToken,
    purchasedAt: purchasedAt ?? undefined,
  })

/**
 * True if an order that was placed is the one that is sent. The stored order is hashed again where the hashes differ:
 * rows of earlier releases hold the hash of the body as it was written.
 */
export const isSameOrder = (placed: Stored & Pick<Intake, 'bodyHash'>, sent: Stored & { bodyHash: string }) =>
  placed.bodyHash === sent.bodyHash || hashOrder(placed) === sent.bodyHash
