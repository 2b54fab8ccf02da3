import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

interface Props extends Omit<ComponentProps<'input'>, 'type'> {
  /** The label beside the box; without it pass an `aria-label`. */
  label?: ReactNode
}

/** A native checkbox in the accent colour, with a target of at least 24 px. */
export const Checkbox = ({ label, className, ...rest }: Props) => (
  <label className={cx('touch-target inline-flex min-h-6 min-w-6 items-center gap-2', className)}>
    <input {...rest} type="checkbox" className="m-1 size-4 shrink-0 accent-accent" />
    {label}
  </label>
)
