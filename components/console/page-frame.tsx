import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

/** A page of the console that is no list: a title and sections in one column, with its own scrolling. */
export const PageFrame = ({
  title,
  intro,
  isWide = false,
  actions,
  children,
}: {
  title: string
  intro?: ReactNode
  /** For tables and charts: a wider column. */
  isWide?: boolean
  /** Stands at the right of the title. */
  actions?: ReactNode
  children: ReactNode
}) => (
  <div className="min-h-0 flex-1 overflow-y-auto">
    <div
      className={cx(
        'mx-auto flex w-full flex-col gap-5 px-4 py-6 lg:px-8',
        isWide ? 'max-w-6xl' : 'max-w-3xl',
      )}
    >
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-xl">{title}</h1>
          {intro && <p className="mt-1 max-w-prose text-muted">{intro}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  </div>
)
