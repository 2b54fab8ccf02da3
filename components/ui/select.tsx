import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ComponentProps } from 'react'
import { CONTROL } from './control-style'
import { cx } from './cx'

/** A native select. */
export const Select = ({ className, children, ...rest }: ComponentProps<'select'>) => (
  <span className={cx('relative block', className)}>
    <select {...rest} className={cx(CONTROL, 'h-control appearance-none pr-8 pl-2.5')}>
      {children}
    </select>
    <ChevronDown
      aria-hidden
      className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
    />
  </span>
)
