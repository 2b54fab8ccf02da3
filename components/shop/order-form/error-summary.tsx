import { useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import type { ShopMessages } from '../messages/shop-messages'
import { Problem } from '../problem'
import type { OrderFormState } from './order-form-state'
import { OrderQuestion } from './order-question'

interface Props {
  state: OrderFormState
  messages: ShopMessages['order']
  requestLabel: string
}

/** The question or the errors of the form, linked to their fields. Takes the focus. */
export const ErrorSummary = ({ state, messages, requestLabel }: Props) => {
  const ref = useRef<HTMLDivElement>(null)
  const errors = Object.entries(state.errors)
  const { problem, question, confirmed } = state
  const hasTrouble = errors.length > 0 || problem !== null || question !== null
  useEffect(() => {
    if (hasTrouble) ref.current?.focus()
  }, [hasTrouble])
  if (!hasTrouble) return <OrderQuestion question={null} confirmed={confirmed} />
  return (
    <div ref={ref} tabIndex={-1} className="mb-6 rounded-md">
      <OrderQuestion question={question} confirmed={confirmed} />
      {problem && (
        <Problem
          problem={problem}
          kept={problem.reload ? undefined : messages.kept}
          requestLabel={requestLabel}
        />
      )}
      {errors.length > 0 && (
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
