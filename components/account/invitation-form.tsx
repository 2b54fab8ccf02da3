'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { MIN_PASSWORD_LENGTH } from '@/temporal/contract/people/people'
import type { Problem } from '@/temporal/contract/problem'

/** What came of the last try. */
export interface InvitationFormState {
  problem: Problem
  name: string
}

interface Props {
  action: (before: InvitationFormState | null, form: FormData) => Promise<InvitationFormState>
  invitation: { token: string; email: string; name: string }
}

/** Name and password of somebody who was invited; what is wrong stands beside them, and the name stays. */
export const InvitationForm = ({ action, invitation }: Props) => {
  const [state, post] = useActionState(action, null)
  const getFieldError = (field: string) => state?.problem.errors?.find(({ path }) => path === field)?.message
  return (
    <form action={post} className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5">
      <input type="hidden" name="token" value={invitation.token} />
      {state && !state.problem.errors && <ProblemNote problem={state.problem} />}
      <Field label="E-mail" hint="You sign in with it.">
        <Input name="username" type="email" autoComplete="username" readOnly value={invitation.email} />
      </Field>
      <Field label="Your name" error={getFieldError('name')}>
        <Input
          key={state?.name}
          name="name"
          required
          maxLength={80}
          autoComplete="name"
          defaultValue={state?.name ?? invitation.name}
        />
      </Field>
      <Field
        label="Password"
        hint={`At least ${MIN_PASSWORD_LENGTH} characters`}
        error={getFieldError('password')}
      >
        <Input
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={MIN_PASSWORD_LENGTH}
          required
        />
      </Field>
      <SubmitButton variant="primary" pendingLabel="Setting up…">
        Set password and sign in
      </SubmitButton>
    </form>
  )
}
