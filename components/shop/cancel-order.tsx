'use client'

import { useActionState } from 'react'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button-style'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import type { CancelState } from './cancel-state'
import type { ShopWords } from './words'

interface Props {
  canCancel: boolean
  /** What it would mean, in a sentence. */
  consequence: string
  action: (state: CancelState) => Promise<CancelState>
  words: Pick<ShopWords['track'], 'cancel' | 'cancelTitle' | 'cancelConfirm' | 'cancelling' | 'cancelPending'>
}

/** Cancels the order in two presses: the first opens what it means, the second does it. Needs no JavaScript. */
export const CancelOrder = ({ canCancel, consequence, action, words }: Props) => {
  const [state, cancel] = useActionState(action, { kind: 'idle' })
  return (
    <section aria-label={words.cancel} className="flex flex-col gap-3 empty:hidden print:hidden">
      {state.kind === 'refused' && <ProblemNote problem={state.problem} />}
      {state.kind === 'pending' && canCancel && <Banner tone="running">{words.cancelPending}</Banner>}
      {canCancel && state.kind !== 'pending' && (
        <details className="group">
          <summary className={`${buttonClass('neutral')} list-none [&::-webkit-details-marker]:hidden`}>
            {words.cancel}
          </summary>
          <form action={cancel} className="mt-3 rounded-lg border border-line bg-surface p-4">
            <p className="font-medium">{words.cancelTitle}</p>
            <p className="mt-1 mb-4 text-muted">{consequence}</p>
            <SubmitButton variant="danger" pendingLabel={words.cancelling}>
              {words.cancelConfirm}
            </SubmitButton>
          </form>
        </details>
      )}
    </section>
  )
}
