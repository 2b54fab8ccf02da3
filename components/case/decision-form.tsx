'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { KeyCaps } from '@/components/commands/key-caps'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { ProblemNote } from '@/components/ui/problem-note'
import type { InteractionAction } from '@/temporal/contract/cases/interaction'
import type { Problem } from '@/temporal/contract/problem'
import type { Posted } from './actions'
import { AnswerCommand, KEYS, underWay } from './answer-command'
import { ReasonField } from './reason-field'
import { TryAgain } from './try-again'
import type { PressState } from './use-press'

const VARIANT = { primary: 'primary', danger: 'danger', neutral: 'neutral' } as const satisfies Record<
  InteractionAction['style'],
  string
>

export interface Answer {
  decision: string
  comment: string
}

interface Props {
  caseId: string
  interactionId: string
  actions: readonly InteractionAction[]
  /** Why the viewer may not answer, or undefined. */
  off: string | undefined
  /** The colleague who has claimed the case, or null: what takes no words asks once more then. */
  heldBy: string | null
  state: PressState
  /** The way without JavaScript: the answer to what was posted, and where to post. */
  posted: Posted | null
  post: (form: FormData) => void
  /** What was typed; kept by the card so that it survives another's decision. */
  comment: string
  onComment: (comment: string) => void
  onAnswer: (answer: Answer) => void
}

const needsWords = (problem: Problem | null): boolean =>
  problem?.code === 'REASON_REQUIRED' || problem?.errors?.some(({ path }) => path === 'comment') === true

/** The answers to an interaction as buttons; one that needs words asks for them in place. Works without JavaScript. */
export const DecisionForm = (props: Props) => {
  const { actions, off, state, comment } = props
  const postedProblem = props.posted && !props.posted.ok ? props.posted.problem : null
  const problem = state.problem ?? postedProblem
  const withForm = actions.find(({ form }) => form)
  const [chosen, setChosen] = useState<string | null>(
    needsWords(postedProblem) ? (withForm?.value ?? null) : null,
  )
  const [isWarned, setWarned] = useState(false)
  const asking = actions.find(({ value }) => value === chosen)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    choose(actions.find(({ value }) => value === (asking ? asking.value : submitter?.value)))
  }
  const choose = (action: InteractionAction | undefined) => {
    if (!action || state.isPending) return
    if (action.form && action !== asking) {
      state.reset()
      setChosen(action.value)
      return
    }
    if (props.heldBy !== null && !asking && !isWarned) {
      setWarned(true)
      return
    }
    props.onAnswer({ decision: action.value, comment: asking ? comment.trim() : '' })
  }
  const form = useRef<HTMLFormElement>(null)
  // With a keyboard on the screen little of the page is left: field and buttons belong into it.
  useEffect(() => {
    if (chosen) form.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const close = () => {
    flushSync(() => setChosen(null))
    form.current?.querySelector<HTMLElement>(`button[value="${chosen}"]`)?.focus()
  }
  const sentValue = state.sent?.body.decision
  const field = asking?.form?.payload.fields[0]

  return (
    <form
      ref={form}
      action={props.post}
      onSubmit={submit}
      className={cx(
        'flex flex-col gap-3',
        // On a phone the buttons stay at the thumb; while words are asked for they stand with their field.
        !asking &&
          !off &&
          'max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:border-t max-lg:border-line max-lg:bg-raised max-lg:p-3 max-lg:pb-[max(0.75rem,env(safe-area-inset-bottom))]',
      )}
    >
      <input type="hidden" name="caseId" value={props.caseId} />
      <input type="hidden" name="interactionId" value={props.interactionId} />
      {asking && <input type="hidden" name="decision" value={asking.value} />}
      {!asking &&
        actions.map((action) => (
          <AnswerCommand
            key={action.value}
            action={action}
            off={off ?? (state.isPending ? 'An answer is on its way' : undefined)}
            run={() => choose(action)}
            decides={() => form.current}
          />
        ))}
      {asking && field && (
        <ReasonField field={field} value={comment} onChange={props.onComment} onEscape={close} />
      )}
      {isWarned && props.heldBy !== null && (
        <Banner tone="waiting" title={`${props.heldBy} has claimed this`}>
          Press again to decide it all the same.
        </Banner>
      )}
      {problem && !(needsWords(problem) && !state.problem) && (
        <ProblemNote
          problem={problem}
          kept={comment ? 'What you typed is kept.' : undefined}
          action={state.problem && <TryAgain problem={problem} answer={String(sentValue)} />}
        />
      )}
      <div className="flex flex-wrap items-center gap-2 max-lg:*:flex-1">
        {asking ? (
          <>
            <Button
              type="submit"
              variant={VARIANT[asking.style]}
              pending={state.isPending}
              aria-keyshortcuts="Control+Enter"
            >
              {state.isPending ? underWay(sentValue) : asking.label}
              <KeyCaps keys="mod+enter" />
            </Button>
            <Button variant="ghost" onClick={close} disabled={state.isPending} aria-keyshortcuts="Escape">
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
              disabled={off !== undefined || (state.isPending && sentValue !== action.value)}
              title={off}
              pending={state.isPending && sentValue === action.value}
              aria-keyshortcuts={KEYS[action.value]}
            >
              {state.isPending && sentValue === action.value
                ? underWay(sentValue)
                : `${action.label}${action.form ? '…' : ''}`}
              {KEYS[action.value] && <KeyCaps keys={KEYS[action.value] ?? ''} />}
            </Button>
          ))
        )}
      </div>
    </form>
  )
}
