import type { ReactNode } from 'react'
import { cx } from './cx'

/** A key cap; hidden on touch devices. */
export const Kbd = ({ children, className }: { children: ReactNode; className?: string }) => (
  <kbd
    className={cx(
      'inline-flex h-[1.125rem] min-w-[1.125rem] items-center justify-center rounded border border-current/25 px-1 font-sans text-[0.6875rem] leading-none font-medium pointer-coarse:hidden',
      className,
    )}
  >
    {children}
  </kbd>
)
