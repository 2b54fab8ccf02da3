import { useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import type { ShopMessages } from '../messages/shop-messages'
import { Problem } from '../problem'
import type { OrderFormState } from './order-form-state'

interface Props {
  state: OrderFormState
  messages: ShopMessages['order']
  requestLabel: string
}

/** Errors of the form, linked to their fields. Takes the focus. */
export const ErrorSummary = ({ state, messages, requestLabel }: Props) => {
  const ref = useRef<HTMLDivElement>(null)
  const errors = Object.entries(state.errors)
  const hasTrouble = errors.length > 0 || state.problem !== null
  useEffect(() => {
    if (hasTrouble) ref.current?.focus()
  }, [hasTrouble])
  if (!hasTrouble) return null
  return (
    <div ref={ref} tabIndex={-1} className="mb-6 rounded-md">
      {state.problem ? (
        <Problem problem={state.problem} kept={messages.kept} requestLabel={requestLabel} />
      ) : (
        <Banner tone="bad" title={messages.fix}>
          <ul className="mt-1 flex flex-col">
            {errors.map(([name, message]) => (
              <li key={name}>
                <a href={`#${name}`} className="link inline-block py-2 sm:py-0.5">
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  )
}
