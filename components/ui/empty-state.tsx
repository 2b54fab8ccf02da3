import type { LucideIcon } from 'lucide-react'
import Inbox from 'lucide-react/icons/inbox'
import type { ReactNode } from 'react'
import { cx } from './cx'

interface Props {
  title: string
  /** Why it is empty, and how to change that. */
  children?: ReactNode
  action?: ReactNode
  icon?: LucideIcon
  className?: string
}

/** Replaces a list without rows. */
export const EmptyState = ({ title, children, action, icon: Icon = Inbox, className }: Props) => (
  <div className={cx('flex flex-col items-center gap-1 px-6 py-12 text-center', className)}>
    <Icon aria-hidden className="mb-2 size-6 text-faint" strokeWidth={1.5} />
    <p className="font-medium">{title}</p>
    {children && <div className="max-w-prose text-muted">{children}</div>}
    {action && <div className="mt-3">{action}</div>}
  </div>
)
