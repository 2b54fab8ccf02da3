import { useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import type { OrderFormState } from './order-form-state'
import { Problem } from './problem'
import type { ShopWords } from './words'

interface Props {
  state: OrderFormState
  words: ShopWords['order']
  requestLabel: string
}

/** What has to be mended before the order can be placed; takes the focus, and leads to each field. */
export const ErrorSummary = ({ state, words, requestLabel }: Props) => {
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
        <Problem problem={state.problem} kept={words.kept} requestLabel={requestLabel} />
      ) : (
        <Banner tone="bad" title={words.fix}>
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
