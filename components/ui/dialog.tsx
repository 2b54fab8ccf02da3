'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import X from 'lucide-react/icons/x'
import type { ReactElement, ReactNode } from 'react'
import { iconButtonClass } from './button-style'
import { cx } from './cx'

interface Props {
  title: string
  description?: ReactNode
  /** Element that opens it; absent where the caller controls `open`. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Buttons at the bottom right, the primary one last. */
  footer?: ReactNode
  size?: 'md' | 'lg'
  children?: ReactNode
}

const WIDTH = { md: 'w-110', lg: 'w-180' } as const

/** A modal dialog. Escape and the backdrop close it. */
export const Dialog = ({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  footer,
  size = 'md',
  children,
}: Props) => (
  <Base.Root open={open} onOpenChange={onOpenChange}>
    {trigger && <Base.Trigger render={trigger} />}
    <Base.Portal>
      <Base.Backdrop className="fixed inset-0 z-40 min-h-dvh bg-overlay transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
      <Base.Popup
        className={cx(
          'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg bg-raised text-ink shadow-raised transition-[scale,opacity] data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0',
          WIDTH[size],
        )}
      >
        <header className="flex items-start justify-between gap-4 px-4 pt-3">
          <div className="min-w-0 pt-1">
            <Base.Title className="text-base font-semibold">{title}</Base.Title>
            {description && <Base.Description className="mt-1 text-muted">{description}</Base.Description>}
          </div>
          <Base.Close aria-label="Close" className={cx(iconButtonClass('ghost', 'sm'), '-mr-1')}>
            <X aria-hidden />
          </Base.Close>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3">{children}</div>
        {footer && (
          <footer className="flex justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>
        )}
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
)
