'use client'

import { useActionState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { MIN_PASSWORD_LENGTH } from '@/temporal/contract/people/people'
import { type FormAction, fieldError, getProblem } from '../ui/form-result'

/** Changes one's own password; other places are signed out by it. */
export const PasswordForm = ({ action }: { action: FormAction }) => {
  const [answered, post] = useActionState(action, null)
  const problem = getProblem(answered)
  return (
    <Card title="Password">
      <form action={post} className="flex max-w-sm flex-col gap-3">
        {answered?.ok && (
          <Banner tone="good" title="Your password is changed">
            Everywhere else you are signed out.
          </Banner>
        )}
        {problem && !problem.errors && <ProblemNote problem={problem} />}
        <Field label="Current password" error={fieldError(answered, 'currentPassword')}>
          <Input name="currentPassword" type="password" autoComplete="current-password" required />
        </Field>
        <Field
          label="New password"
          hint={`At least ${MIN_PASSWORD_LENGTH} characters`}
          error={fieldError(answered, 'newPassword')}
        >
          <Input
            name="newPassword"
            type="password"
            autoComplete="new-password"
            minLength={MIN_PASSWORD_LENGTH}
            required
          />
        </Field>
        <p>
          <SubmitButton pendingLabel="Changing…">Change password</SubmitButton>
        </p>
      </form>
    </Card>
  )
}
