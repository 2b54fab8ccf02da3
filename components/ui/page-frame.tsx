import type { ReactNode } from 'react'
import { cx } from './cx'

/** Frame of a page of the console other than lists: title and sections in one scrolling column. */
export const PageFrame = ({
  above,
  title,
  intro,
  isWide = false,
  actions,
  children,
}: {
  /** Above the title, such as tabs. */
  above?: ReactNode
  title: ReactNode
  intro?: ReactNode
  /** For tables and charts: a wider column. */
  isWide?: boolean
  /** At the right of the title. */
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
      {above}
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-xl">{title}</h1>
          {intro && <div className="mt-1 max-w-prose text-muted">{intro}</div>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  </div>
)
