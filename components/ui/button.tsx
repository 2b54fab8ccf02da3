import LoaderCircle from 'lucide-react/icons/loader-circle'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style'
import { cx } from './cx'

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Pressed and under way: stays focused, shows it, and takes no second press. */
  pending?: boolean
}

/** A button. `type` is `button` unless told otherwise, so that none submits a form by accident. */
export const Button = ({
  variant,
  size,
  pending = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) => (
  <button
    {...rest}
    className={cx(buttonClass(variant, size), className)}
    // Disabling would throw the focus away: while pending it is a button that does nothing.
    {...(pending ? { type: 'button', 'aria-disabled': true, 'aria-busy': true } : { type, onClick })}
  >
    {pending && <LoaderCircle aria-hidden className="animate-spin" />}
    {children}
  </button>
)
