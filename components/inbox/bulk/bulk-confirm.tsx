'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ReasonField } from '@/components/case/decision/reason-field'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/format-count'
import { formatMoney } from '@/temporal/contract/money'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { BULK_LABEL, formatCases } from './bulk-labels'
import type { BulkPlan, BulkVerb } from './bulk-plan'

const REASON = {
  name: 'comment',
  label: 'Reason, for all of them',
  fieldType: 'textarea',
  required: true,
} as const

/** The sum of the amounts, or null if they have several currencies. */
const sumLabel = ({ allowed }: BulkPlan): string => {
  const [first] = allowed
  if (!first?.currency || allowed.some(({ currency }) => currency !== first.currency)) return ''
  const cents = allowed.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0)
  return `, ${formatMoney(cents, first.currency)} in total`
}

interface Props {
  verb: BulkVerb
  plan: BulkPlan
  onConfirm: (reason: string) => void
  onBack: () => void
}

/** Confirmation of a bulk action: how many cases, which are excluded and why, and the reason for all. */
export const BulkConfirm = ({ verb, plan, onConfirm, onBack }: Props) => {
  const [typedReason, setTypedReason] = useState('')
  const firstButton = useRef<HTMLButtonElement>(null)
  const { button, tone } = BULK_LABEL[verb]
  const { allowed, excluded } = plan
  const asksReason = verb === 'reject' && allowed.length > 0
  useEffect(() => {
    if (!asksReason) firstButton.current?.focus()
  }, [asksReason])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (allowed.length > 0) onConfirm(typedReason.trim())
  }
  return (
    <form
      aria-label={`${button} selected cases`}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onBack()
      }}
      className="flex flex-col gap-2"
    >
      <p className="font-medium">
        {allowed.length > 0
          ? `${button} ${formatCases(allowed.length)}${sumLabel(plan)}?`
          : `None of the selected cases can be ${BULK_LABEL[verb].done} by you.`}
      </p>
      {excluded.length > 0 && (
        <ul aria-label="Left out" className="text-xs text-muted">
          {excluded.map(({ reason, items }) => (
            <li key={reason} title={items.map(({ caseTitle }) => isolateText(caseTitle)).join(', ')}>
              {formatCount(items.length)} left out: {reason}
            </li>
          ))}
        </ul>
      )}
      {asksReason && (
        <div className="max-w-2xl">
          <ReasonField field={REASON} value={typedReason} onChange={setTypedReason} onEscape={onBack} />
        </div>
      )}
      <div className="flex gap-2">
        {allowed.length > 0 && (
          <Button ref={firstButton} type="submit" size="sm" variant={tone}>
            {button} {formatCount(allowed.length)}
          </Button>
        )}
        <Button ref={allowed.length > 0 ? undefined : firstButton} size="sm" variant="ghost" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  )
}
