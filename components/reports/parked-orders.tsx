'use client'

import { Banner } from '@/components/ui/banner'
import type { FormAction } from '@/components/ui/form/form-state'
import { ProblemNote } from '@/components/ui/form/problem-note'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { useForm } from '@/components/ui/form/use-form'
import type { RetryParkedResponse } from '@/temporal/contract/responses'

interface Props {
  /** Orders with a step that waits for its next attempt. */
  count: number
  action: FormAction<RetryParkedResponse>
}

const orders = (count: number): string => (count === 1 ? '1 order' : `${count} orders`)

const resultSentence = ({ retried, unchanged, unanswered, remaining }: RetryParkedResponse): string =>
  [
    `${orders(retried)} tried again`,
    ...(unchanged > 0 ? [`${unchanged} went on meanwhile`] : []),
    ...(unanswered > 0 ? [`${unanswered} did not answer`] : []),
    ...(remaining > 0 ? [`${remaining} left: press again`] : []),
  ].join(', ')

/** Tries all parked orders at once, after an outage. Renders nothing where none is parked. */
export const ParkedOrders = ({ count, action }: Props) => {
  const { state, submit, problem } = useForm(action)
  if (count === 0 && !state) return null
  return (
    <section aria-label="Waiting orders" className="flex flex-col gap-2">
      <Banner
        tone="waiting"
        title={
          count === 0
            ? 'No order waits for another attempt'
            : `${orders(count)} failed a step and will be tried again`
        }
        action={
          count > 0 && (
            <form action={submit} className="shrink-0">
              <SubmitButton size="sm" pendingLabel="Trying…">
                Try all again now
              </SubmitButton>
            </form>
          )
        }
      >
        {state?.ok
          ? `${resultSentence(state.value)}.`
          : 'Each is tried again by itself within 15 minutes. If what they need is back, you need not wait.'}
      </Banner>
      {problem && <ProblemNote problem={problem} />}
    </section>
  )
}
