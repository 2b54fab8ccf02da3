import { type ReactNode, useId } from 'react'
import { cx } from './cx'

interface Props {
  /** Becomes the heading that names the section. */
  title?: ReactNode
  /** At the right of the heading. */
  actions?: ReactNode
  /** Level of the heading. */
  level?: 2 | 3
  /** Without padding, for lists and tables that reach the edge. */
  flush?: boolean
  className?: string
  children: ReactNode
}

/** A bordered section of a page. */
export const Card = ({ title, actions, level = 2, flush = false, className, children }: Props) => {
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={cx('rounded-lg border border-line bg-surface', className)}
    >
      {(title || actions) && (
        <header className="flex min-h-10 items-center justify-between gap-3 border-b border-line px-4 py-2">
          <Heading id={id} className="min-w-0">
            {title}
          </Heading>
          {actions}
        </header>
      )}
      <div className={flush ? undefined : 'p-4'}>{children}</div>
    </section>
  )
}
