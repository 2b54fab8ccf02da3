'use client'

import { Card } from '@/components/ui/card'
import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { SelectField } from '@/components/ui/form/select-field'
import { SubmitRow } from '@/components/ui/form/submit-row'
import { TextField } from '@/components/ui/form/text-field'
import { useForm } from '@/components/ui/form/use-form'
import { roleOptions } from '@/components/ui/role-labels'
import { PERSON_ROLES } from '@/temporal/contract/auth/actor'
import { INVITATION_DAYS } from '@/temporal/contract/people/people'
import { GroupsField } from './groups-field'
import { InvitationLink, type InvitedPerson } from './invitation-link'

interface Props {
  groups: readonly { id: string; name: string }[]
  action: FormAction<InvitedPerson>
}

/** Invites a person and shows the invitation link once. */
export const InviteForm = ({ groups, action }: Props) => {
  const form = useForm(action)
  return (
    <>
      {form.state?.ok && <InvitationLink invited={form.state.value} />}
      <Card title={form.state?.ok ? 'Invite somebody else' : 'Who is invited'}>
        <Form form={form} kept="What you typed is kept." className="flex flex-col gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField form={form} name="email" label="E-mail" type="email" required autoComplete="off" />
            <TextField
              form={form}
              name="name"
              label="Name"
              hint="They can correct it."
              required
              maxLength={80}
              autoComplete="off"
            />
          </div>
          <SelectField
            form={form}
            name="role"
            label="Role"
            className="max-w-60"
            options={roleOptions(PERSON_ROLES)}
            initial="agent"
          />
          <GroupsField form={form} groups={groups} />
          <p className="text-muted">
            Who is in no group can read and comment, but decide nothing. You get a link that works once, for{' '}
            {INVITATION_DAYS} days. Send it to them yourself: it is not mailed.
          </p>
          <SubmitRow variant="primary" pendingLabel="Inviting…">
            Invite
          </SubmitRow>
        </Form>
      </Card>
    </>
  )
}
