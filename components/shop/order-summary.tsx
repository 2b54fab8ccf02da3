import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { SubmitButton } from '@/components/ui/submit-button'
import { type Chosen, totalCentsOf } from './chosen'
import type { ShopWords } from './words'

interface Props extends Chosen {
  words: ShopWords['order']
}

const Lines = ({ chosen, moneyLocale, words }: Props) =>
  chosen.length === 0 ? (
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
  )

/** What was chosen, what it costs, and the one button. */
export const OrderSummary = (props: Props) => {
  const { words, currency, moneyLocale } = props
  return (
    <div id="summary" tabIndex={-1} className="rounded-lg outline-none lg:sticky lg:top-6">
      <Card title={words.summary}>
        <Lines {...props} />
        <p className="mt-4 flex justify-between gap-3 border-t border-line pt-4 text-lg font-semibold">
          {words.total}
          <output aria-live="polite">
            <Money cents={totalCentsOf(props)} currency={currency} locale={moneyLocale} />
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
    </div>
  )
}
