'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from '../button'

interface Props extends Omit<ButtonProps, 'pending' | 'type'> {
  /** Replaces the label while the form is pending. */
  pendingLabel?: ReactNode
}

/** Submits its form, and shows while it is pending. */
export const SubmitButton = ({ pendingLabel, children, ...rest }: Props) => {
  const { pending } = useFormStatus()
  return (
    <Button {...rest} type="submit" pending={pending}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  )
}
