'use client'

import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'

interface Props {
  content: ReactNode
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** The focusable element it explains; it needs an accessible name of its own. */
  children: ReactElement
}

const DELAY_MS = 400

/** A hint on hover and focus, for those who see; it never holds what cannot be read elsewhere. */
export const Tooltip = ({ content, side = 'top', children }: Props) => (
  <Base.Root>
    <Base.Trigger delay={DELAY_MS} render={children} />
    <Base.Portal aria-hidden>
      <Base.Positioner className="z-50" side={side} sideOffset={6}>
        <Base.Popup className="flex max-w-72 items-center gap-2 rounded bg-raised px-2 py-1 text-xs text-ink shadow-raised transition-opacity data-ending-style:opacity-0 data-instant:transition-none data-starting-style:opacity-0">
          {content}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
)
