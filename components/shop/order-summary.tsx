import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { SubmitButton } from '@/components/ui/submit-button'
import type { OfferedProduct } from './order-form-state'
import type { ShopWords } from './words'

interface Props {
  chosen: { product: OfferedProduct; quantity: number }[]
  currency: string
  words: ShopWords['order']
  moneyLocale: string
}

/** What was chosen, what it costs, and the one button. The server prices the order again from its catalogue. */
export const OrderSummary = ({ chosen, currency, words, moneyLocale }: Props) => {
  const totalCents = chosen.reduce((sum, { product, quantity }) => sum + product.unitCents * quantity, 0)
  return (
    <Card title={words.summary} className="lg:sticky lg:top-6">
      {chosen.length === 0 ? (
        <p className="text-muted">{words.empty}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {chosen.map(({ product, quantity }) => (
            <li key={product.sku} className="flex justify-between gap-3">
              <span className="min-w-0">
                <span className="tabular-nums">{quantity} ×</span> {product.name}
              </span>
              <Money cents={product.unitCents * quantity} currency={product.currency} locale={moneyLocale} />
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4 flex justify-between gap-3 border-t border-line pt-4 text-lg font-semibold">
        {words.total}
        <output aria-live="polite">
          <Money cents={totalCents} currency={currency} locale={moneyLocale} />
        </output>
      </p>
      <noscript>
        <Button type="submit" name="intent" value="total" className="mt-3 w-full">
          {words.updateTotal}
        </Button>
      </noscript>
      <SubmitButton variant="primary" pendingLabel={words.submitting} className="mt-4 w-full">
        {words.submit}
      </SubmitButton>
      <p className="mt-3 text-sm text-muted">{words.totalNote}</p>
    </Card>
  )
}
