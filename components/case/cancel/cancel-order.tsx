'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useActionState, useEffect, useRef, useState } from 'react'
import { useCommand } from '@/components/keyboard/commands'
import { setLatestVersion } from '@/components/live/latest-versions'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-style'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import { can } from '@/temporal/contract/auth/permissions'
import type { OrderData } from '@/temporal/contract/cases/case'
import { orderCan } from '@/temporal/contract/orders/order'
import type { CancelOrderResponse } from '@/temporal/contract/responses'
import type { CaseFormState } from '../case-actions'
import { useViewer } from '../viewer-context'
import { CancelResult, cancelConsequences, TooLateToCancel } from './cancel-notices'

/** As the schema of the body has it. */
const MAX_REASON_LENGTH = 500

interface Props {
  order: OrderData
  /** Called once the order has taken it: the pressed button is about to go. */
  onAccepted: () => void
}

/** Reads everything again that shows the order, after each answer to a press. */
const useInvalidateAfterCancel = (
  posted: CaseFormState<CancelOrderResponse> | null,
  { order, onAccepted }: Props,
) => {
  const client = useQueryClient()
  const previous = useRef(posted)
  const { orderId, approval } = order
  const approvalId = approval?.approvalId

  useEffect(() => {
    if (!posted || posted === previous.current) return
    previous.current = posted
    const version = posted.ok ? posted.value.version : null
    if (version !== null) setLatestVersion(orderId, version)
    const keys = [['case', orderId], ['order', orderId], ['cases'], ['counts']]
    if (approvalId) keys.push(['case', approvalId])
    for (const queryKey of keys) void client.invalidateQueries({ queryKey })
    if (version !== null) onAccepted()
  }, [posted, client, orderId, approvalId, onAccepted])
}

/**
 * Cancels an order in two presses: the first opens what it means, the second does it. Works without JavaScript;
 * nothing at all where the order can no longer be cancelled.
 */
export const CancelOrder = (props: Props) => {
  const { order } = props
  const { viewer, actions } = useViewer()
  const [posted, cancel] = useActionState(actions.cancelOrder, null)
  useInvalidateAfterCancel(posted, props)
  const details = useRef<HTMLDetailsElement>(null)
  const [isOpen, setOpen] = useState(posted !== null)
  const [draft, setDraft] = useState(posted?.draft ?? '')
  const isOffered = orderCan.cancel(order) && can(viewer, 'order.cancel') && !order.cancelRequest
  const open = () => {
    details.current?.setAttribute('open', '')
    details.current?.querySelector('textarea')?.focus()
  }
  useCommand(
    isOffered ? { id: 'case.cancelOrder', label: 'Cancel order…', section: 'Case', run: open } : null,
  )
  const close = () => {
    details.current?.removeAttribute('open')
    details.current?.querySelector('summary')?.focus()
  }
  if (!can(viewer, 'order.cancel')) return null
  if (!orderCan.cancel(order)) {
    const hasChanged = (isOpen || posted?.ok === false) && order.cancelRequest === null
    return hasChanged ? <TooLateToCancel order={order} draft={draft} /> : null
  }
  if (order.cancelRequest) return <Banner tone="running" title="The order is being cancelled" />

  return (
    <section aria-label="Cancel this order">
      <details
        ref={details}
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          close()
        }}
      >
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
            <ul className="mt-1 list-disc pl-4 text-muted marker:text-faint">
              {cancelConsequences(order).map((consequence) => (
                <li key={consequence}>{consequence}</li>
              ))}
            </ul>
          </div>
          <Field
            label="Reason"
            optional
            hint="Your colleagues read it, the customer does not."
            className="w-full max-w-prose"
          >
            <Textarea
              name="reason"
              rows={2}
              maxLength={MAX_REASON_LENGTH}
              value={draft}
              onChange={(event) => setDraft(event.target.value)}
            />
          </Field>
          {posted && <CancelResult posted={posted} />}
          <div className="flex flex-wrap gap-2">
            <SubmitButton variant="danger" pendingLabel="Cancelling…">
              Yes, cancel it
            </SubmitButton>
            <Button variant="ghost" onClick={close}>
              Keep the order
            </Button>
          </div>
        </form>
      </details>
    </section>
  )
}
