'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useCommand } from '@/components/keyboard/commands'
import { setLatestVersion } from '@/components/live/latest-versions'
import { Banner } from '@/components/ui/banner'
import { ClockTime } from '@/components/ui/clock-time'
import { ProblemNote } from '@/components/ui/form/problem-note'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { useForm } from '@/components/ui/form/use-form'
import { can } from '@/temporal/contract/auth/permissions'
import type { OrderData } from '@/temporal/contract/cases/case'
import { orderCan } from '@/temporal/contract/orders/order'
import { useViewer } from '../viewer-context'

/** Tries the step that waits for its next attempt at once. Renders nothing where none waits. */
export const RetryParked = ({ order }: { order: OrderData }) => {
  const { viewer, actions } = useViewer()
  const client = useQueryClient()
  const { state, submit, problem } = useForm(actions.retry)
  const form = useRef<HTMLFormElement>(null)
  const { orderId, attention } = order
  const isOffered = orderCan.retry(order) && can(viewer, 'case.retry', { state: order.state })
  const retryAt = attention?.retryAt ?? null
  useCommand(
    isOffered && retryAt
      ? {
          id: 'case.retry',
          label: 'Try the failed step again',
          section: 'Case',
          run: () => form.current?.requestSubmit(),
        }
      : null,
  )

  useEffect(() => {
    if (!state) return
    if (state.ok && state.value.version !== null) setLatestVersion(orderId, state.value.version)
    void client.invalidateQueries({ queryKey: ['case', orderId] })
  }, [state, client, orderId])

  if (!isOffered) return null
  return (
    <section aria-label="Waiting step" className="flex flex-col gap-2">
      <Banner
        tone="waiting"
        title={`${attention?.step} waits for another attempt`}
        action={
          retryAt && (
            <form ref={form} action={submit} className="shrink-0">
              <input type="hidden" name="caseId" value={orderId} />
              <SubmitButton size="sm" pendingLabel="Trying…">
                Try again now
              </SubmitButton>
            </form>
          )
        }
      >
        {retryAt ? (
          <>
            It is tried again by itself at <ClockTime at={retryAt} />.
          </>
        ) : (
          'It is being tried right now.'
        )}
      </Banner>
      {problem && <ProblemNote problem={problem} />}
    </section>
  )
}
