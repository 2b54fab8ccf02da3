'use client'

import { type ReactNode, type ToggleEvent, useId, useRef } from 'react'
import { cx } from './cx'

const GAP_PX = 4
const EDGE_PX = 8

/** Positions the panel below its button, or above where there is no room, inside the window. */
const place = (button: HTMLElement, panel: HTMLElement) => {
  const at = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = panel
  const below = at.bottom + GAP_PX
  const top = below + height > innerHeight - EDGE_PX ? Math.max(EDGE_PX, at.top - GAP_PX - height) : below
  const left = Math.max(EDGE_PX, Math.min(at.left, innerWidth - EDGE_PX - width))
  panel.style.inset = `${top}px auto auto ${left}px`
}

interface Props {
  /** Content of the button. */
  trigger: ReactNode
  /** Accessible name of button and panel where the trigger has no text. */
  label?: string
  className?: string
  disabled?: boolean
  title?: string
  panelClassName?: string
  children: ReactNode
}

/**
 * A button that opens a panel, by the Popover API: the browser handles Escape, outside clicks and focus; only
 * the position needs JavaScript.
 */
export const Popover = ({ trigger, label, className, disabled, title, panelClassName, children }: Props) => {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const observer = useRef<ResizeObserver>(null)
  const toggled = ({ newState, currentTarget }: ToggleEvent<HTMLDivElement>) => {
    observer.current?.disconnect()
    if (newState !== 'open') return
    const placeHere = () => button.current && place(button.current, currentTarget)
    placeHere()
    // A message may make the panel higher than the room that it was placed in.
    observer.current = new ResizeObserver(placeHere)
    observer.current.observe(currentTarget)
    currentTarget.querySelector<HTMLElement>('button, a, input, select')?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-label={label}
        aria-haspopup="dialog"
        disabled={disabled}
        title={title ?? label}
        className={className}
      >
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label ?? (typeof trigger === 'string' ? trigger : undefined)}
        onToggle={toggled}
        className={cx('rounded-lg bg-raised text-ink shadow-raised', panelClassName)}
      >
        {children}
      </div>
    </>
  )
}

/** Closes the panel that contains `element`. */
export const closePopover = (element: Element | null): void => {
  element?.closest<HTMLElement>('[popover]')?.hidePopover()
}
