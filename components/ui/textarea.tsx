import type { ComponentProps } from 'react'
import { CONTROL } from './control-style'
import { cx } from './cx'

/** Several lines of text; grows with its content where the browser supports that. */
export const Textarea = ({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) => (
  <textarea
    dir="auto"
    {...rest}
    rows={rows}
    className={cx(CONTROL, 'field-sizing-content px-2.5 py-1.5', className)}
  />
)
