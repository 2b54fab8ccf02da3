'use client'

import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { PasswordField } from '@/components/ui/form/password-field'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { useForm } from '@/components/ui/form/use-form'

interface Props {
  action: FormAction
  /** Path of this site to go to afterwards. */
  next: string | null
}

/** E-mail and password. Works without JavaScript. */
export const SignInForm = ({ action, next }: Props) => {
  const form = useForm(action)
  const isWrong = form.problem?.code === 'SIGN_IN_FAILED'
  return (
    <Form
      form={form}
      hidden={next ? { next } : {}}
      problem={isWrong ? null : undefined}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5"
      noValidate
    >
      <TextField form={form} name="email" label="E-mail" type="email" autoComplete="username" required />
      <PasswordField
        form={form}
        name="password"
        label="Password"
        error={isWrong ? 'E-mail or password is wrong. Check both and try again.' : undefined}
      />
      <SubmitButton variant="primary" pendingLabel="Signing in…">
        Sign in
      </SubmitButton>
    </Form>
  )
}
