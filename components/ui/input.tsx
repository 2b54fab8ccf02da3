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
