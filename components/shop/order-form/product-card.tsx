import { useState } from 'react'
import { cx } from '@/components/ui/cx'
import { Money } from '@/components/ui/money'
import { UserText } from '@/components/ui/user-text'
import { parseWholeNumber } from '@/temporal/contract/numbers'
import { interpolate } from '../interpolate'
import type { ShopMessages } from '../messages/shop-messages'
import { type OfferedProduct, parseQuantity, quantityField } from './order-form-state'
import { QuantityStepper } from './quantity-stepper'

const FEW = 5

interface Props {
  product: OfferedProduct
  /** The quantity as typed. */
  typed: string
  onQuantity: (typed: string) => void
  error: string | undefined
  messages: ShopMessages['order']
  moneyLocale: string
}

const Availability = ({ max, messages }: { max: number; messages: ShopMessages['order'] }) => {
  if (max === 0) return <span className="text-ended">{messages.soldOut}</span>
  if (max <= FEW) return <span className="text-waiting">{interpolate(messages.fewLeft, { count: max })}</span>
  return <span className="text-good">{messages.inStock}</span>
}

const Description = ({ product, moneyLocale }: Pick<Props, 'product' | 'moneyLocale'>) => (
  <div className={product.max === 0 ? 'text-muted' : undefined}>
    <div className="flex items-baseline justify-between gap-3">
      <h3 className="min-w-0 font-medium">
        <UserText>{product.name}</UserText>
      </h3>
      <Money
        cents={product.unitCents}
        currency={product.currency}
        locale={moneyLocale}
        className="font-medium"
      />
    </div>
    <p dir="auto" className="text-start text-sm text-muted">
      {product.description}
    </p>
  </div>
)

/** A product with its price and quantity. */
export const ProductCard = ({ product, typed, onQuantity, error, messages, moneyLocale }: Props) => {
  const field = quantityField(product.sku)
  const quantity = parseQuantity(typed, product.max)
  const isNumber = typed.trim() === '' || parseWholeNumber(typed) !== null
  const [isCut, setCut] = useState(false)
  return (
    <li
      className={cx(
        'flex flex-col justify-between gap-1 border-t border-line px-4 py-3 first:border-t-0 sm:gap-3 sm:rounded-lg sm:border sm:bg-surface sm:py-4 sm:first:border-t',
        quantity > 0 && 'bg-selected sm:border-accent sm:bg-surface sm:first:border-t-accent',
      )}
    >
      <Description product={product} moneyLocale={moneyLocale} />
      <div className="flex min-h-11 items-center justify-between gap-3 text-sm">
        <Availability max={product.max} messages={messages} />
        {product.max > 0 && (
          <QuantityStepper
            name={field}
            label={interpolate(messages.quantityOf, { name: product.name })}
            lessLabel={interpolate(messages.less, { name: product.name })}
            moreLabel={interpolate(messages.more, { name: product.name })}
            typed={typed}
            value={quantity}
            max={product.max}
            isInvalid={error !== undefined || !isNumber}
            describedBy={error ? `${field}-error` : `${field}-status`}
            onChange={(next) => {
              const isTooMany = (parseWholeNumber(next) ?? 0) > product.max
              setCut(isTooMany)
              onQuantity(isTooMany ? String(product.max) : next)
            }}
          />
        )}
      </div>
      <p id={`${field}-status`} role="status" className="text-sm text-waiting empty:hidden">
        {!error && isCut && interpolate(messages.atMost, { count: product.max })}
        {!error && !isNumber && interpolate(messages.notDigits, { name: product.name })}
      </p>
      {error && (
        <p id={`${field}-error`} className="text-sm text-bad">
          {error}
        </p>
      )}
    </li>
  )
}
