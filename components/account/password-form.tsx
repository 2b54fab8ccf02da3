'use client'

import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { PasswordField } from '@/components/ui/form/password-field'
import { SubmitRow } from '@/components/ui/form/submit-row'
import { useForm } from '@/components/ui/form/use-form'
import { MIN_PASSWORD_LENGTH } from '@/temporal/contract/people/people'

/** Changes the viewer's password, which ends all their other sessions. */
export const PasswordForm = ({ action }: { action: FormAction }) => {
  const form = useForm(action)
  return (
    <Card title="Password">
      <Form form={form} className="flex max-w-sm flex-col gap-3">
        {form.state?.ok && (
          <Banner tone="good" title="Your password is changed">
            Everywhere else you are signed out.
          </Banner>
        )}
        <PasswordField form={form} name="currentPassword" label="Current password" />
        <PasswordField
          form={form}
          name="newPassword"
          label="New password"
          newMinLength={MIN_PASSWORD_LENGTH}
        />
        <SubmitRow pendingLabel="Changing…">Change password</SubmitRow>
      </Form>
    </Card>
  )
}
