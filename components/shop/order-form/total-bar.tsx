import { buttonClass } from '@/components/ui/button-style'
import { Money } from '@/components/ui/money'
import type { ShopMessages } from '../messages/shop-messages'
import { type SelectedLines, sumTotalCents } from './selected-lines'

/** Total and link to the summary at the bottom of a phone, where the summary is far below. */
export const TotalBar = ({ messages, ...totals }: SelectedLines & { messages: ShopMessages['order'] }) =>
  totals.lines.length === 0 ? null : (
    <div className="sticky bottom-0 z-1 -mx-4 flex items-center justify-between gap-4 border-t border-line bg-raised px-4 py-2 sm:-mx-6 sm:px-6 lg:hidden">
      <p className="font-semibold">
        <span className="font-normal text-muted">{messages.total}</span>{' '}
        <Money cents={sumTotalCents(totals)} currency={totals.currency} locale={totals.moneyLocale} />
      </p>
      <a href="#summary" className={buttonClass('neutral')}>
        {messages.toSummary}
      </a>
    </div>
  )
