import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { Money } from '@/components/ui/money'
import { UserText } from '@/components/ui/user-text'
import type { ShopMessages } from '../messages/shop-messages'
import { type SelectedLines, sumTotalCents } from './selected-lines'

interface Props extends SelectedLines {
  messages: ShopMessages['order']
}

const Lines = ({ lines, moneyLocale, messages }: Props) =>
  lines.length === 0 ? (
    <p className="text-muted">{messages.empty}</p>
  ) : (
    <ul className="flex flex-col gap-2">
      {lines.map(({ product, quantity }) => (
        <li key={product.sku} className="flex justify-between gap-3">
          <span className="min-w-0">
            <span className="tabular-nums">{quantity} ×</span> <UserText>{product.name}</UserText>
          </span>
          <Money cents={product.unitCents * quantity} currency={product.currency} locale={moneyLocale} />
        </li>
      ))}
    </ul>
  )

/** Selected lines, total and submit button. */
export const OrderSummary = (props: Props) => {
  const { messages, currency, moneyLocale } = props
  return (
    <div id="summary" tabIndex={-1} className="rounded-lg outline-none lg:sticky lg:top-6">
      <Card title={messages.summary}>
        <Lines {...props} />
        <p className="mt-4 flex justify-between gap-3 border-t border-line pt-4 text-lg font-semibold">
          {messages.total}
          <output aria-live="polite">
            <Money cents={sumTotalCents(props)} currency={currency} locale={moneyLocale} />
          </output>
        </p>
        <noscript>
          <Button type="submit" name="intent" value="total" className="mt-3 w-full">
            {messages.updateTotal}
          </Button>
        </noscript>
        <SubmitButton variant="primary" pendingLabel={messages.submitting} className="mt-4 w-full">
          {messages.submit}
        </SubmitButton>
        <p className="mt-3 text-sm text-muted">{messages.totalNote}</p>
      </Card>
    </div>
  )
}
