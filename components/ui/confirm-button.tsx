'use client'

import { type ReactNode, useActionState } from 'react'
import { buttonClass } from '@/components/ui/button-style'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, getProblem } from './form-result'

interface Props {
  action: FormAction
  /** Ids that go along. */
  hidden: Readonly<Record<string, string>>
  /** On the button that opens the question. */
  label: string
  /** Name of the thing, for those who hear the button without its row. */
  about: string
  /** What it would mean. */
  consequence: ReactNode
  confirm: string
  pending: string
  size?: 'sm' | 'md'
}

/** Does something that hurts in two presses: the first opens what it means, the second does it. Needs no JavaScript. */
export const ConfirmButton = ({
  action,
  hidden,
  label,
  about,
  consequence,
  confirm,
  pending,
  size,
}: Props) => {
  const [answered, post] = useActionState(action, null)
  const problem = getProblem(answered)
  return (
    <details className="group" open={problem ? true : undefined}>
      <summary
        aria-label={`${label}: ${about}`}
        className={`${buttonClass('neutral', size)} cursor-pointer list-none [&::-webkit-details-marker]:hidden`}
      >
        {label}
      </summary>
      <form action={post} className="mt-2 flex flex-col gap-3 rounded-md border border-line bg-canvas p-3">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {problem && <ProblemNote problem={problem} />}
        <p>{consequence}</p>
        <p>
          <SubmitButton variant="danger" pendingLabel={pending}>
            {confirm}
          </SubmitButton>
        </p>
      </form>
    </details>
  )
}
