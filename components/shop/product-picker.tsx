'use client'

import { Money } from '@/components/ui/money'
import { type OfferedProduct, quantityField } from './order-form-state'
import { QuantityStepper } from './quantity-stepper'
import { fill, type ShopWords } from './words'

const FEW = 5

interface Props {
  product: OfferedProduct
  quantity: number
  onQuantity: (next: number) => void
  words: ShopWords['order']
  moneyLocale: string
}

const Availability = ({ max, words }: { max: number; words: ShopWords['order'] }) => {
  if (max === 0) return <span className="text-ended">{words.soldOut}</span>
  if (max <= FEW) return <span className="text-waiting">{fill(words.fewLeft, { count: max })}</span>
  return <span className="text-good">{words.inStock}</span>
}

/** One product of the catalogue with its price and how many of it. */
export const ProductPicker = ({ product, quantity, onQuantity, words, moneyLocale }: Props) => (
  <li
    className={`flex flex-col justify-between gap-3 rounded-lg border bg-surface p-4 ${quantity > 0 ? 'border-accent' : 'border-line'}`}
  >
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="min-w-0 font-medium">{product.name}</h3>
        <Money
          cents={product.unitCents}
          currency={product.currency}
          locale={moneyLocale}
          className="font-medium"
        />
      </div>
      <p className="mt-1 text-sm text-muted">{product.description}</p>
    </div>
    <div className="flex min-h-control-sm items-center justify-between gap-3 text-sm">
      <Availability max={product.max} words={words} />
      {product.max > 0 && (
        <QuantityStepper
          name={quantityField(product.sku)}
          label={fill(words.quantityOf, { name: product.name })}
          lessLabel={fill(words.less, { name: product.name })}
          moreLabel={fill(words.more, { name: product.name })}
          value={quantity}
          max={product.max}
          onChange={onQuantity}
        />
      )}
    </div>
  </li>
)
