'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useActionState, useEffect, useRef } from 'react'
import { learnVersion } from '@/components/live/versions'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button-style'
import { Field } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import { can } from '@/temporal/contract/can'
import type { OrderData } from '@/temporal/contract/case'
import { orderCan } from '@/temporal/contract/order'
import type { CancelReply } from '@/temporal/contract/replies'
import type { Posted } from './actions'
import { useViewing } from './viewer'

/** As the schema of the body has it. */
const MAX_REASON_LENGTH = 500

interface Props {
  order: OrderData
  /** Called once the order has taken it: the pressed button is about to go. */
  onTaken: () => void
}

/** Reads everything again that shows the order, after each answer to a press. */
const useRefresh = (posted: Posted<CancelReply> | null, { order, onTaken }: Props) => {
  const client = useQueryClient()
  const seen = useRef(posted)
  const { orderId, approval } = order
  const approvalId = approval?.approvalId

  useEffect(() => {
    if (!posted || posted === seen.current) return
    seen.current = posted
    const version = posted.ok ? posted.value.version : null
    if (version !== null) learnVersion(orderId, version)
    const keys = [['case', orderId], ['order', orderId], ['cases'], ['counts']]
    if (approvalId) keys.push(['case', approvalId])
    for (const queryKey of keys) void client.invalidateQueries({ queryKey })
    if (version !== null) onTaken()
  }, [posted, client, orderId, approvalId, onTaken])
}

const Answer = ({ posted }: { posted: Posted<CancelReply> }) =>
  posted.ok ? (
    <Banner tone="waiting" title={posted.value.message} />
  ) : (
    <ProblemNote problem={posted.problem} kept={posted.words && 'Your reason is kept.'} />
  )

/**
 * Cancels an order in two presses: the first opens what it means, the second does it. Works without JavaScript;
 * nothing at all where the order can no longer be cancelled.
 */
export const CancelOrder = (props: Props) => {
  const { order } = props
  const { viewer, actions } = useViewing()
  const [posted, cancel] = useActionState(actions.cancelOrder, null)
  useRefresh(posted, props)
  if (!orderCan.cancel(order) || !can(viewer, 'order.cancel')) return null
  if (order.cancelRequest) return <Banner tone="running" title="The order is being cancelled" />

  return (
    <section aria-label="Cancel this order">
      <details open={posted !== null}>
        <summary className={`${buttonClass('neutral', 'sm')} list-none [&::-webkit-details-marker]:hidden`}>
          Cancel order…
        </summary>
        <form
          action={cancel}
          className="mt-2 flex flex-col items-start gap-3 rounded-lg border border-line bg-surface p-4"
        >
          <input type="hidden" name="orderId" value={order.orderId} />
          <div>
            <p className="font-medium">Cancel this order?</p>
            <p className="text-muted">Its stock goes back, and what was charged is refunded.</p>
          </div>
          <Field label="Reason" optional className="w-full">
            <Textarea
              name="reason"
              rows={2}
              maxLength={MAX_REASON_LENGTH}
              defaultValue={posted?.words ?? ''}
            />
          </Field>
          {posted && <Answer posted={posted} />}
          <SubmitButton variant="danger" pendingLabel="Cancelling…">
            Yes, cancel it
          </SubmitButton>
        </form>
      </details>
    </section>
  )
}
