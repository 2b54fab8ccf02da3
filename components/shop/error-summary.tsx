'use client'

import { useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import { ProblemNote } from '@/components/ui/problem-note'
import type { OrderFormState } from './order-form-state'
import type { ShopWords } from './words'

interface Props {
  state: OrderFormState
  words: ShopWords['order']
}

/** What has to be mended before the order can be placed; takes the focus, and leads to each field. */
export const ErrorSummary = ({ state, words }: Props) => {
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
        <ProblemNote problem={state.problem} kept={words.kept} />
      ) : (
        <Banner tone="bad" title={words.fix}>
          <ul className="mt-1 flex flex-col">
            {errors.map(([name, message]) => (
              <li key={name}>
                <a href={`#${name}`} className="link inline-block py-0.5">
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
