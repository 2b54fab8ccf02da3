import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { TONE, type Tone } from './tone'

interface Props {
  tone: Tone
  /** Replaces the tone's own icon. */
  icon?: LucideIcon
  /** Text: colour and icon alone never carry the meaning. */
  children: ReactNode
  className?: string
  title?: string
}

/** A short status: colour, icon and text. */
export const Badge = ({ tone, icon, children, className, title }: Props) => {
  const Icon = icon ?? TONE[tone].icon
  return (
    <span
      title={title}
      className={cx(
        'inline-flex h-5 max-w-full shrink-0 items-center gap-1 rounded border px-1.5 text-xs leading-4 font-medium',
        TONE[tone].box,
        className,
      )}
    >
      <Icon aria-hidden className="size-3 shrink-0" strokeWidth={2.5} />
      <span className="truncate">{children}</span>
    </span>
  )
}
