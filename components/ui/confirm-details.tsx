import type { ComponentProps, ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style'
import { cx } from './cx'

interface Props extends ComponentProps<'details'> {
  /** On the button that opens it. */
  label: ReactNode
  /** Name of the button where its label alone is ambiguous. */
  labelAbout?: string
  variant?: ButtonVariant
  size?: ButtonSize
}

/** A button that opens the confirmation of an action in place. Needs no JavaScript. */
export const ConfirmDetails = ({ label, labelAbout, variant, size, children, ...details }: Props) => (
  <details {...details}>
    <summary
      aria-label={labelAbout}
      className={cx(
        buttonClass(variant, size),
        'cursor-pointer list-none [&::-webkit-details-marker]:hidden',
      )}
    >
      {label}
    </summary>
    {children}
  </details>
)
