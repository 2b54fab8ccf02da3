'use client'

import { useActionState } from 'react'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { INVITATION_DAYS, PERSON_ROLES } from '@/temporal/contract/people/people'
import { fieldBoxes, fieldsKey, fieldWords, type KeepingAction } from './form-words'
import { GroupBoxes } from './people-boxes'
import { InvitationLink, type InvitedPerson } from './people-link'
import { fieldError, problemOf } from './problem-of'
import { RoleSelect } from './role-select'

interface Props {
  groups: readonly { id: string; name: string }[]
  action: KeepingAction<InvitedPerson>
}

/** Invites somebody; the link stands where the form's answer belongs, once. */
export const InviteForm = ({ groups, action }: Props) => {
  const [kept, post] = useActionState(action, null)
  const problem = problemOf(kept)
  return (
    <>
      {kept?.ok && <InvitationLink invited={kept.value} />}
      <Card title={kept?.ok ? 'Invite somebody else' : 'Who is invited'}>
        <form action={post} className="flex flex-col gap-4">
          {problem && !problem.errors && <ProblemNote problem={problem} kept="What you typed is kept." />}
          <div key={fieldsKey(kept)} className="flex flex-col gap-4">
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label="E-mail" error={fieldError(kept, 'email')}>
                <Input
                  name="email"
                  type="email"
                  required
                  autoComplete="off"
                  defaultValue={fieldWords(kept, 'email')}
                />
              </Field>
              <Field label="Name" error={fieldError(kept, 'name')} hint="They can correct it.">
                <Input
                  name="name"
                  required
                  maxLength={80}
                  autoComplete="off"
                  defaultValue={fieldWords(kept, 'name')}
                />
              </Field>
            </div>
            <Field label="Role" error={fieldError(kept, 'role')} className="max-w-60">
              <RoleSelect roles={PERSON_ROLES} defaultValue={fieldWords(kept, 'role', 'agent')} />
            </Field>
            <GroupBoxes
              groups={groups}
              chosen={fieldBoxes(kept, 'groups')}
              error={fieldError(kept, 'groups')}
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
