'use client'

import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'

interface Props {
  /** The button that opens it. */
  trigger: ReactElement
  /** What the list is about, for screen readers. */
  label?: string
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** MenuItem, MenuLink, MenuSeparator. */
  children: ReactNode
}

/** A list of actions behind a button. */
export const Menu = ({ trigger, label = 'Menu', align = 'start', side = 'bottom', children }: Props) => (
  <Base.Root>
    <Base.Trigger render={trigger} />
    {/* A landmark of its own: the popup stands outside the page's. */}
    <Base.Portal render={<section aria-label={label} />}>
      <Base.Positioner className="z-40 outline-hidden" align={align} side={side} sideOffset={4}>
        <Base.Popup className="min-w-44 origin-(--transform-origin) rounded-lg bg-raised p-1 text-ink shadow-raised outline-hidden transition-[scale,opacity] data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0">
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
)
