'use client'

import { type ComponentProps, useState } from 'react'
import { whyUndelivered } from './use-server-action'

interface Props extends Omit<ComponentProps<'form'>, 'action'> {
  /** A server action without a result to show. */
  action: (form: FormData) => Promise<void>
  /** Shown where the action was not answered. */
  failed: string
}

/**
 * A form of a button or two, whose action returns nothing. Where the action is not answered the page stays, with
 * everything typed into its other forms; without this the error would replace it.
 */
export const ActionForm = ({ action, failed, children, ...rest }: Props) => {
  const [hasFailed, setFailed] = useState(false)
  const deliver = async (form: FormData) => {
    try {
      await action(form)
      setFailed(false)
    } catch (error) {
      whyUndelivered(error)
      setFailed(true)
    }
  }
  return (
    // The server needs the action itself: from it React renders the form that works without JavaScript.
    <form {...rest} action={typeof window === 'undefined' ? action : deliver}>
      {children}
      {hasFailed && (
        <p role="alert" className="text-bad">
          {failed}
        </p>
      )}
    </form>
  )
}
