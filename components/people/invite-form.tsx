'use client'

import { useActionState } from 'react'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { PERSON_ROLES } from '@/temporal/contract/auth/actor'
import { INVITATION_DAYS } from '@/temporal/contract/people/people'
import { type FormStateAction, fieldsKey, fieldValue, fieldValues } from '../ui/form-draft'
import { fieldError, getProblem } from '../ui/form-result'
import { RoleSelect } from '../ui/role-select'
import { GroupCheckboxes } from './group-checkboxes'
import { InvitationLink, type InvitedPerson } from './invitation-link'

interface Props {
  groups: readonly { id: string; name: string }[]
  action: FormStateAction<InvitedPerson>
}

/** Invites somebody; the link stands where the form's answer belongs, once. */
export const InviteForm = ({ groups, action }: Props) => {
  const [state, post] = useActionState(action, null)
  const problem = getProblem(state)
  return (
    <>
      {state?.ok && <InvitationLink invited={state.value} />}
      <Card title={state?.ok ? 'Invite somebody else' : 'Who is invited'}>
        <form action={post} className="flex flex-col gap-4">
          {problem && !problem.errors && <ProblemNote problem={problem} kept="What you typed is kept." />}
          <div key={fieldsKey(state)} className="flex flex-col gap-4">
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label="E-mail" error={fieldError(state, 'email')}>
                <Input
                  name="email"
                  type="email"
                  required
                  autoComplete="off"
                  defaultValue={fieldValue(state, 'email')}
                />
              </Field>
              <Field label="Name" error={fieldError(state, 'name')} hint="They can correct it.">
                <Input
                  name="name"
                  required
                  maxLength={80}
                  autoComplete="off"
                  defaultValue={fieldValue(state, 'name')}
                />
              </Field>
            </div>
            <Field label="Role" error={fieldError(state, 'role')} className="max-w-60">
              <RoleSelect roles={PERSON_ROLES} defaultValue={fieldValue(state, 'role', 'agent')} />
            </Field>
            <GroupCheckboxes
              groups={groups}
              chosen={fieldValues(state, 'groups')}
              error={fieldError(state, 'groups')}
            />
          </div>
          <p className="text-muted">
            Who is in no group can read and comment, but decide nothing. You get a link that works once, for{' '}
            {INVITATION_DAYS} days. Send it to them yourself: it is not mailed.
          </p>
          <p>
            <SubmitButton variant="primary" pendingLabel="Inviting…">
              Invite
            </SubmitButton>
          </p>
        </form>
      </Card>
    </>
  )
}
