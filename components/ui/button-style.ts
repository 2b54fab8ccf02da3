/** Styles of buttons and of links that look like buttons. */

import { cx } from './cx'

export type ButtonVariant = 'primary' | 'danger' | 'neutral' | 'ghost'
export type ButtonSize = 'sm' | 'md'

const BASE =
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap ' +
  'transition-colors [&_svg]:size-4 [&_svg]:shrink-0 ' +
  'disabled:opacity-50 aria-disabled:opacity-60 disabled:cursor-not-allowed aria-disabled:cursor-progress'

const VARIANT = {
  primary: 'border-transparent bg-accent text-on-solid hover:bg-accent-hover',
  danger: 'border-transparent bg-bad-solid text-on-solid hover:bg-bad-solid-hover',
  neutral: 'border-line-strong/60 bg-surface text-ink hover:bg-hover',
  ghost: 'border-transparent bg-transparent text-muted hover:bg-hover hover:text-ink',
} as const satisfies Record<ButtonVariant, string>

const SIZE = {
  sm: 'h-control-sm px-2.5 text-[0.9286em]',
  md: 'h-control px-3',
} as const satisfies Record<ButtonSize, string>

const SQUARE = { sm: 'size-control-sm', md: 'size-control' } as const satisfies Record<ButtonSize, string>

/** Classes of a button with a label. */
export const buttonClass = (variant: ButtonVariant = 'neutral', size: ButtonSize = 'md'): string =>
  cx(BASE, VARIANT[variant], SIZE[size])

/** Classes of a square button that shows an icon alone. */
export const iconButtonClass = (variant: ButtonVariant = 'ghost', size: ButtonSize = 'md'): string =>
  cx(BASE, VARIANT[variant], SQUARE[size], 'touch-target')
