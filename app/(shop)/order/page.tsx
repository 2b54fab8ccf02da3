import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { isDatabaseDown } from '@/app/_server/http/database-errors'
import { type CatalogueItem, listProducts } from '@/app/_server/verbs/list-products'
import { OrderForm } from '@/components/shop/order-form'
import type { OfferedProduct } from '@/components/shop/order-form-state'
import { Unavailable } from '@/components/shop/unavailable'
import { shopWords } from '@/components/shop/words'
import { MAX_QUANTITY } from '@/temporal/contract/order'
import { publicContext } from '../reading'
import { submitOrder } from './actions'

const words = shopWords()

export const metadata: Metadata = { title: words.order.title, description: words.order.intro }

const offered = ({
  sku,
  name,
  description,
  unitCents,
  currency,
  available,
}: CatalogueItem): OfferedProduct => ({
  sku,
  name,
  description,
  unitCents,
  currency,
  max: Math.min(available, MAX_QUANTITY),
})

/** What can be ordered, or null while Postgres is away. */
const catalogue = async (): Promise<OfferedProduct[] | null> => {
  try {
    const { items } = await listProducts(await publicContext(), {})
    return items.map(offered)
  } catch (error) {
    if (isDatabaseDown(error)) return null
    throw error
  }
}

const OrderPage = async () => {
  const products = await catalogue()
  if (!products) return <Unavailable title={words.order.unavailable} hint={words.order.unavailableHint} />
  return (
    <>
      <h1 className="text-3xl">{words.order.title}</h1>
      <p className="mt-2 mb-8 max-w-prose text-muted">{words.order.intro}</p>
      {products.length === 0 ? (
        <p>{words.order.noProducts}</p>
      ) : (
        <OrderForm
          products={products}
          initial={{ attempt: 0, formId: randomUUID(), values: {}, errors: {}, problem: null }}
          action={submitOrder}
          words={words.order}
          moneyLocale={words.moneyLocale}
        />
      )}
    </>
  )
}

export default OrderPage
