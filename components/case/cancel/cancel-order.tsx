'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useCommand } from '@/components/keyboard/commands'
import { setLatestVersion } from '@/components/live/latest-versions'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { ConfirmDetails } from '@/components/ui/confirm-details'
import { Field } from '@/components/ui/form/field'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { useForm } from '@/components/ui/form/use-form'
import { Textarea } from '@/components/ui/textarea'
import { can } from '@/temporal/contract/auth/permissions'
import type { OrderData } from '@/temporal/contract/cases/case'
import { MAX_REASON_LENGTH, orderCan } from '@/temporal/contract/orders/order'
import type { CancelOrderResponse } from '@/temporal/contract/responses'
import { removeDraft } from '../draft/draft-store'
import { useDraft } from '../draft/use-draft'
import { useViewer } from '../viewer-context'
import { cancelConsequences } from './cancel-consequences'
import { CancelResult, TooLateToCancel } from './cancel-notices'

export interface CancelOrderProps {
  order: OrderData
  /** Called when the order accepted the request: the button that has the focus is about to disappear. */
  onAccepted: () => void
}

/** Refetches every query that shows the order after each submission. */
const useInvalidateAfterCancel = (
  state: FormState<CancelOrderResponse>,
  { order, onAccepted }: CancelOrderProps,
) => {
  const client = useQueryClient()
  const previous = useRef(state)
  const { orderId, approval } = order
  const approvalId = approval?.approvalId

  useEffect(() => {
    if (!state || state === previous.current) return
    previous.current = state
    const version = state.ok ? state.value.version : null
    if (version !== null) setLatestVersion(orderId, version)
    const keys = [['case', orderId], ['order', orderId], ['cases'], ['counts']]
    if (approvalId) keys.push(['case', approvalId])
    for (const queryKey of keys) void client.invalidateQueries({ queryKey })
    if (version !== null) onAccepted()
  }, [state, client, orderId, approvalId, onAccepted])
}

/** Cancels an order after a confirmation in place. Renders nothing where the order can no longer be cancelled. */
export const CancelOrder = (props: CancelOrderProps) => {
  const { order } = props
  const { viewer, actions } = useViewer()
  const form = useForm(actions.cancelOrder)
  useInvalidateAfterCancel(form.state, props)
  const details = useRef<HTMLDetailsElement>(null)
  const [isOpen, setOpen] = useState(form.state !== null)
  const { text: draft, update } = useDraft(order.orderId, 'cancel', form.state?.values?.reason?.[0] ?? '')
  const isCancellable = orderCan.cancel(order) && !order.cancelRequest
  const isOffered = isCancellable && can(viewer, 'order.cancel')
  useEffect(() => {
    if (!isCancellable) removeDraft(order.orderId, 'cancel')
  }, [isCancellable, order.orderId])
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
    const hasChanged = (isOpen || form.state?.ok === false) && order.cancelRequest === null
    return hasChanged ? <TooLateToCancel order={order} draft={draft} /> : null
  }
  if (order.cancelRequest) return <Banner tone="running" title="The order is being cancelled" />

  return (
    <section aria-label="Cancel this order">
      <ConfirmDetails
        ref={details}
        label="Cancel order…"
        size="sm"
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          close()
        }}
      >
        <form
          action={form.submit}
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
              onChange={(event) => update({ text: event.target.value })}
            />
          </Field>
          {form.state && <CancelResult state={form.state} draft={draft} />}
          <div className="flex flex-wrap gap-2">
            <SubmitButton variant="danger" pendingLabel="Cancelling…">
              Yes, cancel it
            </SubmitButton>
            <Button variant="ghost" onClick={close}>
              Keep the order
            </Button>
          </div>
        </form>
      </ConfirmDetails>
    </section>
  )
}
