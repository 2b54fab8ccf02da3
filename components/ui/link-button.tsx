import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style'
import { cx } from './cx'

interface Props extends ComponentProps<typeof Link> {
  variant?: ButtonVariant
  size?: ButtonSize
}

/** A link that looks like a button. */
export const LinkButton = ({ variant, size, className, ...rest }: Props) => (
  <Link {...rest} className={cx(buttonClass(variant, size), className)} />
)
