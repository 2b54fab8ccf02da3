'use client'

import { useActionState } from 'react'
import { buttonClass } from '@/components/ui/button-style'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormStateAction, fieldsKey, fieldValue } from '../ui/form-draft'
import { fieldError, getProblem } from '../ui/form-result'

/** Bans somebody: the first press opens what it means and asks why. */
export const BanForm = ({
  person,
  action,
}: {
  person: { id: string; name: string }
  action: FormStateAction
}) => {
  const [state, post] = useActionState(action, null)
  const problem = getProblem(state)
  return (
    <details open={problem ? true : undefined}>
      <summary
        className={`${buttonClass('neutral')} cursor-pointer list-none [&::-webkit-details-marker]:hidden`}
      >
        Ban…
      </summary>
      <form action={post} className="mt-2 flex flex-col gap-3 rounded-md border border-line bg-canvas p-3">
        <input type="hidden" name="userId" value={person.id} />
        {problem && !problem.errors && <ProblemNote problem={problem} kept="What you typed is kept." />}
        <p>
          {person.name} is signed out everywhere, cannot sign in, and their API tokens stop. What is assigned
          to them stays assigned until somebody takes it over.
        </p>
        <div key={fieldsKey(state)} className="grid gap-3 sm:grid-cols-[1fr_12rem]">
          <Field label="Reason" hint="Administrators read it here." error={fieldError(state, 'reason')}>
            <Input
              name="reason"
              required
              maxLength={200}
              autoComplete="off"
              defaultValue={fieldValue(state, 'reason')}
            />
          </Field>
          <Field
            label="Last day"
            optional
            hint="In UTC; empty: until lifted."
            error={fieldError(state, 'until')}
          >
            <Input name="until" type="date" defaultValue={fieldValue(state, 'until')} />
          </Field>
        </div>
        <p>
          <SubmitButton variant="danger" pendingLabel="Banning…">
            Ban {person.name}
          </SubmitButton>
        </p>
      </form>
    </details>
  )
}
