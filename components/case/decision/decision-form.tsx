'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { KeyCaps } from '@/components/keyboard/key-caps'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { ProblemNote } from '@/components/ui/form/problem-note'
import type { FormHandle } from '@/components/ui/form/use-form'
import type { InteractionAction } from '@/temporal/contract/cases/interaction'
import type { Problem } from '@/temporal/contract/problem'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { RetryButton } from '../retry-button'
import type { CaseMutationState } from '../use-case-mutation'
import { DECISION_KEYS, DecisionCommand, pendingLabel } from './decision-command'
import { ReasonField } from './reason-field'

const VARIANT = { primary: 'primary', danger: 'danger', neutral: 'neutral' } as const satisfies Record<
  InteractionAction['style'],
  string
>

export interface DecisionInput {
  decision: string
  comment: string
}

interface Props {
  caseId: string
  interactionId: string
  actions: readonly InteractionAction[]
  /** Why the viewer may not decide, or undefined. */
  disabledReason: string | undefined
  /** The colleague who has claimed the case, or null. A decision without a reason asks once more then. */
  claimedBy: string | null
  mutation: CaseMutationState
  /** The server action, for browsers without JavaScript. */
  form: FormHandle
  /** The typed reason. The card holds it, so that it survives a decision of somebody else. */
  comment: string
  onComment: (comment: string) => void
  onDecide: (answer: DecisionInput) => void
}

const needsReason = (problem: Problem | null): boolean =>
  problem?.code === 'REASON_REQUIRED' || problem?.errors?.some(({ path }) => path === 'comment') === true

/**
 * The decisions of an interaction as buttons. One that needs a reason asks for it in place. Works without
 * JavaScript.
 */
export const DecisionForm = (props: Props) => {
  const { actions, disabledReason, mutation, comment } = props
  const problem = mutation.problem ?? props.form.problem
  const withForm = actions.find(({ form }) => form)
  const [chosen, setChosen] = useState<string | null>(
    needsReason(props.form.problem) ? (withForm?.value ?? null) : null,
  )
  const [isWarned, setWarned] = useState(false)
  const chosenAction = actions.find(({ value }) => value === chosen)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    choose(actions.find(({ value }) => value === (chosenAction ? chosenAction.value : submitter?.value)))
  }
  const choose = (action: InteractionAction | undefined) => {
    if (!action || mutation.isPending) return
    if (action.form && action !== chosenAction) {
      mutation.reset()
      setChosen(action.value)
      return
    }
    if (props.claimedBy !== null && !chosenAction && !isWarned) {
      setWarned(true)
      return
    }
    props.onDecide({ decision: action.value, comment: chosenAction ? comment.trim() : '' })
  }
  const element = useRef<HTMLFormElement>(null)
  // An on-screen keyboard leaves little space: scroll field and buttons into view.
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const close = () => {
    flushSync(() => setChosen(null))
    element.current?.querySelector<HTMLElement>(`button[value="${chosen}"]`)?.focus()
  }
  const sentValue = mutation.sent?.verb === 'decision' ? mutation.sent.body.decision : undefined
  const field = chosenAction?.form?.payload.fields[0]

  return (
    <form
      ref={element}
      action={props.form.submit}
      onSubmit={submit}
      className={cx(
        'flex flex-col gap-3',
        // On a phone the buttons stick to the bottom; with a reason field they stand below it.
        !chosenAction &&
          !disabledReason &&
          'max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:border-t max-lg:border-line max-lg:bg-raised max-lg:p-3 max-lg:pb-[max(0.75rem,env(safe-area-inset-bottom))]',
      )}
    >
      <input type="hidden" name="caseId" value={props.caseId} />
      <input type="hidden" name="interactionId" value={props.interactionId} />
      {chosenAction && <input type="hidden" name="decision" value={chosenAction.value} />}
      {!chosenAction &&
        actions.map((action) => (
          <DecisionCommand
            key={action.value}
            action={action}
            disabledReason={disabledReason ?? (mutation.isPending ? 'An answer is on its way' : undefined)}
            run={() => choose(action)}
            confirmsWithin={() => element.current}
          />
        ))}
      {chosenAction && field && (
        <ReasonField field={field} value={comment} onChange={props.onComment} onEscape={close} />
      )}
      {isWarned && props.claimedBy !== null && (
        <Banner tone="waiting" title={`${isolateText(props.claimedBy)} has claimed this`}>
          Press again to decide it all the same.
        </Banner>
      )}
      {problem && !(needsReason(problem) && !mutation.problem) && (
        <ProblemNote
          problem={problem}
          kept={comment ? 'What you typed is kept.' : undefined}
          action={mutation.problem && <RetryButton problem={problem} answer={String(sentValue)} />}
        />
      )}
      <div className="flex flex-wrap items-center gap-2 max-lg:*:flex-1">
        {chosenAction ? (
          <>
            <Button
              type="submit"
              variant={VARIANT[chosenAction.style]}
              pending={mutation.isPending}
              aria-keyshortcuts="Control+Enter"
            >
              {mutation.isPending ? pendingLabel(sentValue) : chosenAction.label}
              <KeyCaps keys="mod+enter" />
            </Button>
            <Button variant="ghost" onClick={close} disabled={mutation.isPending} aria-keyshortcuts="Escape">
              Back
              <KeyCaps keys="escape" />
            </Button>
          </>
        ) : (
          actions.map((action, index) => (
            <Button
              key={action.value}
              type="submit"
              name="decision"
              value={action.value}
              variant={index === 0 ? VARIANT[action.style] : 'neutral'}
              disabled={disabledReason !== undefined || (mutation.isPending && sentValue !== action.value)}
              title={disabledReason}
              pending={mutation.isPending && sentValue === action.value}
              aria-keyshortcuts={DECISION_KEYS[action.value]}
            >
              {mutation.isPending && sentValue === action.value
                ? pendingLabel(sentValue)
                : `${action.label}${action.form ? '…' : ''}`}
              {DECISION_KEYS[action.value] && <KeyCaps keys={DECISION_KEYS[action.value] ?? ''} />}
            </Button>
          ))
        )}
      </div>
    </form>
  )
}
