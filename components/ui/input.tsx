import type { ComponentProps } from 'react'
import { CONTROL } from './control-style'
import { cx } from './cx'

/** Types in which people write words; addresses, numbers and secrets are left to right. */
const isFreeText = (type = 'text'): boolean => type === 'text' || type === 'search'

/** A line of text. Wrap it in a Field for label, hint and error. */
export const Input = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input
    dir={isFreeText(rest.type) ? 'auto' : undefined}
    {...rest}
    className={cx(CONTROL, 'h-control px-2.5', className)}
  />
)

/**
 * Attributes of fields for numbers. Never the browser's number field: it changes under the wheel while the page stands
 * still, also without JavaScript, and takes `1e2`. What is typed is parsed by `temporal/contract/numbers.ts`.
 */
const NUMBER_FIELD = { type: 'text', autoComplete: 'off' } as const

/** A whole number; full-width digits are those of Japanese and Chinese keyboards. */
export const WHOLE_NUMBER_FIELD = {
  ...NUMBER_FIELD,
  inputMode: 'numeric',
  pattern: '\\s*[0-9０-９]*\\s*',
} as const

/** A number with up to two decimals behind a point, as the parser wants it. */
export const DECIMAL_FIELD = {
  ...NUMBER_FIELD,
  inputMode: 'decimal',
  pattern: '\\s*\\d{1,13}(\\.\\d{1,2})?\\s*',
  title: 'Digits, such as 1250 or 1250.50',
} as const
