import { formatMoney } from '@/temporal/contract/money'
import { cx } from './cx'

interface Props {
  /** Integer of the currency's minor unit. */
  cents: number
  /** ISO 4217. */
  currency: string
  locale?: string
  className?: string
}

/** An amount with its currency, in tabular figures. */
export const Money = ({ cents, currency, locale, className }: Props) => (
  <span className={cx('whitespace-nowrap tabular-nums', className)}>
    {formatMoney(cents, currency, locale)}
  </span>
)
