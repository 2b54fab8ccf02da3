import type { ShopMessages } from '../messages/shop-messages'
import { FormSection } from './form-section'
import { type OfferedProduct, quantityField } from './order-form-state'
import { ProductCard } from './product-card'

interface Props {
  products: OfferedProduct[]
  /** As typed. */
  quantities: Record<string, string>
  onQuantity: (sku: string, typed: string) => void
  errors: Record<string, string>
  messages: ShopMessages['order']
  moneyLocale: string
}

/** The catalogue: rows on a phone, else cards; sold-out products last. */
export const ProductPicker = ({ products, quantities, onQuantity, errors, messages, moneyLocale }: Props) => (
  <FormSection title={messages.products} id="items">
    {errors.items && <p className="mb-3 text-bad">{errors.items}</p>}
    <ul className="-mx-4 flex flex-col border-y border-line bg-surface sm:mx-0 sm:grid sm:grid-cols-2 sm:gap-3 sm:border-0 sm:bg-transparent">
      {products
        .toSorted((a, b) => Number(a.max === 0) - Number(b.max === 0))
        .map((product) => (
          <ProductCard
            key={product.sku}
            product={product}
            typed={quantities[product.sku] ?? '0'}
            onQuantity={(typed) => onQuantity(product.sku, typed)}
            error={errors[quantityField(product.sku)]}
            messages={messages}
            moneyLocale={moneyLocale}
          />
        ))}
    </ul>
  </FormSection>
)
