'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Problem } from '@/temporal/contract/problem'

/** What came of the last try. */
export interface SignInFormState {
  problem: Problem
  email: string
}

interface Props {
  action: (before: SignInFormState | null, form: FormData) => Promise<SignInFormState>
  /** Where to go afterwards, a path of this site. */
  next: string | null
}

const getFieldError = (state: SignInFormState | null, field: string): string | undefined =>
  state?.problem.errors?.find(({ path }) => path === field)?.message

/** E-mail and password; what is wrong stands beside them, and the e-mail stays. Works without JavaScript. */
export const SignInForm = ({ action, next }: Props) => {
  const [state, post] = useActionState(action, null)
  const isWrong = state?.problem.code === 'SIGN_IN_FAILED'
  return (
    <form
      action={post}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5"
      noValidate
    >
      {next && <input type="hidden" name="next" value={next} />}
      {state && !state.problem.errors && !isWrong && <ProblemNote problem={state.problem} />}
      <Field label="E-mail" error={getFieldError(state, 'email')}>
        <Input
          key={state?.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={state?.email}
        />
      </Field>
      <Field
        label="Password"
        error={
          isWrong
            ? 'E-mail or password is wrong. Check both and try again.'
            : getFieldError(state, 'password')
        }
      >
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <SubmitButton variant="primary" pendingLabel="Signing in…">
        Sign in
      </SubmitButton>
    </form>
  )
}
