import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { TONE, type Tone } from './tone'

interface Props {
  tone: Tone
  /** The message in short. */
  title?: ReactNode
  /** What still works, and what to do. */
  children?: ReactNode
  action?: ReactNode
  icon?: LucideIcon
  className?: string
}

/** A message across its container. Screen readers read one of tone `bad` at once and others when idle. */
export const Banner = ({ tone, title, children, action, icon, className }: Props) => {
  const Icon = icon ?? TONE[tone].icon
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cx('flex items-start gap-2.5 rounded-md border px-3 py-2', TONE[tone].box, className)}
    >
      <Icon aria-hidden className="mt-[0.125em] size-[1.2em] shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={title ? 'text-ink' : undefined}>{children}</div>}
      </div>
      {action}
    </div>
  )
}
