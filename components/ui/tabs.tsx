import Link from 'next/link'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { formatCount } from './format-count'

export interface TabItem {
  href: string
  label: ReactNode
  /** Number of items; absent while unknown. */
  count?: number | null
  current: boolean
}

/** Views of one page as links, each with a URL. */
export const Tabs = ({
  label,
  items,
  className,
}: {
  label: string
  items: TabItem[]
  className?: string
}) => (
  <nav aria-label={label} className={cx('flex gap-0.5 overflow-x-auto xl:gap-1', className)}>
    {items.map((item) => (
      <Link
        key={item.href}
        href={item.href}
        aria-current={item.current ? 'page' : undefined}
        className={cx(
          'inline-flex h-control-sm shrink-0 items-center gap-1.5 rounded-md px-2 font-medium xl:px-2.5 whitespace-nowrap transition-colors focus-visible:-outline-offset-2',
          item.current ? 'bg-selected text-accent-text' : 'text-muted hover:bg-hover hover:text-ink',
        )}
      >
        {item.label}
        {item.count != null && <span className="text-xs tabular-nums">{formatCount(item.count)}</span>}
      </Link>
    ))}
  </nav>
)
