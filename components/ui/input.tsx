import type { ComponentProps } from 'react'
import { CONTROL } from './control-style'
import { cx } from './cx'

/** A line of text. Wrap it in a Field for label, hint and error. */
export const Input = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input {...rest} className={cx(CONTROL, 'h-control px-2.5', className)} />
)
