import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, iconButtonClass } from './button-style'
import { cx } from './cx'

interface Props extends Omit<ComponentProps<'button'>, 'children'> {
  /** Accessible name and tooltip. */
  label: string
  icon: LucideIcon
  variant?: ButtonVariant
  size?: ButtonSize
}

/** A square button that shows an icon alone. */
export const IconButton = ({
  label,
  icon: Icon,
  variant,
  size,
  className,
  type = 'button',
  ...rest
}: Props) => (
  <button
    title={label}
    {...rest}
    type={type}
    aria-label={label}
    className={cx(iconButtonClass(variant, size), className)}
  >
    <Icon aria-hidden />
  </button>
)
