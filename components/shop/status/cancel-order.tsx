'use client'

import { useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button-style'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { type Undelivered, useServerAction } from '@/components/ui/form/use-server-action'
import type { ShopMessages } from '../messages/shop-messages'
import { Problem } from '../problem'
import type { CancelState } from './cancel-state'

type CancelMessages = Pick<
  ShopMessages['track'],
  | 'cancel'
  | 'cancelTitle'
  | 'cancelConfirm'
  | 'cancelling'
  | 'cancelPending'
  | 'cancelDone'
  | 'cancelLost'
  | 'cancelOutdated'
> & { request: string; reloadPage: string }

interface Props {
  canCancel: boolean
  /** Sentences that say what cancelling will do. */
  consequences: string[]
  /** Sentence about the money after the order is cancelled. */
  money: string
  action: (state: CancelState, form: FormData) => Promise<CancelState>
  messages: CancelMessages
}

/** Result in place of the button. It takes the focus, because the button that had it is gone. */
const Result = ({ state, money, messages }: Pick<Props, 'money' | 'messages'> & { state: CancelState }) => {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.kind !== 'idle') ref.current?.focus()
  }, [state.kind])
  if (state.kind === 'idle') return null
  return (
    <div ref={ref} tabIndex={-1} className="rounded-md">
      {state.kind === 'refused' && <Problem problem={state.problem} requestLabel={messages.request} />}
      {state.kind === 'pending' && <Banner tone="running">{messages.cancelPending}</Banner>}
      {state.kind === 'done' && (
        <Banner tone="ended">
          {messages.cancelDone} {money}
        </Banner>
      )}
    </div>
  )
}

const toUndelivered = (
  why: Undelivered,
  { cancelLost, cancelOutdated, reloadPage }: CancelMessages,
): CancelState => ({
  kind: 'refused',
  problem: {
    requestId: '',
    ...(why === 'lost' ? cancelLost : { ...cancelOutdated, reload: reloadPage }),
  },
})

/** Cancels the order after a confirmation in place. Needs no JavaScript. */
export const CancelOrder = ({ canCancel, consequences, money, action, messages }: Props) => {
  const [state, cancel] = useServerAction<CancelState>({
    action,
    initial: { kind: 'idle' },
    onUndelivered: (why) => toUndelivered(why, messages),
  })
  const isRequested = state.kind === 'pending' || state.kind === 'done'
  return (
    <>
      <Result state={state} money={money} messages={messages} />
      {canCancel && !isRequested && (
        <details className="min-w-0">
          <summary className={`${buttonClass('neutral')} list-none [&::-webkit-details-marker]:hidden`}>
            {messages.cancel}
          </summary>
          <form action={cancel} className="mt-3 max-w-prose rounded-lg border border-line bg-surface p-4">
            <p className="font-medium">{messages.cancelTitle}</p>
            <ul className="mt-1 mb-4 flex list-disc flex-col gap-1 pl-5">
              {consequences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <SubmitButton variant="danger" pendingLabel={messages.cancelling}>
              {messages.cancelConfirm}
            </SubmitButton>
          </form>
        </details>
      )}
    </>
  )
}
