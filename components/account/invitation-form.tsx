'use client'

import { Field } from '@/components/ui/form/field'
import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { PasswordField } from '@/components/ui/form/password-field'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { useForm } from '@/components/ui/form/use-form'
import { Input } from '@/components/ui/input'
import { MIN_PASSWORD_LENGTH } from '@/temporal/contract/people/people'

interface Props {
  action: FormAction
  invitation: { token: string; email: string; name: string }
}

/** Name and password of an invited person. */
export const InvitationForm = ({ action, invitation }: Props) => {
  const form = useForm(action)
  return (
    <Form
      form={form}
      hidden={{ token: invitation.token }}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5"
    >
      <Field label="E-mail" hint="You sign in with it.">
        <Input name="username" type="email" autoComplete="username" readOnly value={invitation.email} />
      </Field>
      <TextField
        form={form}
        name="name"
        label="Your name"
        required
        maxLength={80}
        autoComplete="name"
        initial={invitation.name}
      />
      <PasswordField form={form} name="password" label="Password" newMinLength={MIN_PASSWORD_LENGTH} />
      <SubmitButton variant="primary" pendingLabel="Setting up…">
        Set password and sign in
      </SubmitButton>
    </Form>
  )
}
