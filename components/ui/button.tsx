import LoaderCircle from 'lucide-react/icons/loader-circle'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style'
import { cx } from './cx'

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Pending: keeps the focus, shows a spinner and ignores further clicks. */
  pending?: boolean
}

/** A button. `type` defaults to `button`, so that none submits a form by accident. */
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
    // `disabled` would lose the focus, so a pending button is one that does nothing.
    {...(pending ? { type: 'button', 'aria-disabled': true, 'aria-busy': true } : { type, onClick })}
  >
    {pending && <LoaderCircle aria-hidden className="animate-spin" />}
    {children}
  </button>
)
