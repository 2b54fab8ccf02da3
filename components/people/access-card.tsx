'use client'

import { useActionState } from 'react'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { PERSON_ROLES, type Role } from '@/temporal/contract/auth/actor'
import { type FormStateAction, fieldsKey, fieldValue, fieldValues } from '../ui/form-draft'
import { fieldError, getProblem } from '../ui/form-result'
import { ROLE_LABEL } from '../ui/role-labels'
import { RoleSelect } from '../ui/role-select'
import { GroupCheckboxes } from './group-checkboxes'

interface Person {
  id: string
  role: Role
  groups: { id: string }[]
}

const Saved = ({ isSaved }: { isSaved: boolean }) => (
  <span role="status" className="text-good">
    {isSaved && 'Saved'}
  </span>
)

const RoleForm = ({ person, action }: { person: Person; action: FormStateAction }) => {
  const [state, post] = useActionState(action, null)
  const problem = getProblem(state)
  return (
    <form action={post} className="flex flex-col gap-3">
      <input type="hidden" name="userId" value={person.id} />
      {problem && !problem.errors && <ProblemNote problem={problem} />}
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label="Role"
          key={`${fieldsKey(state)} ${person.role}`}
          error={fieldError(state, 'role')}
          className="w-52"
        >
          <RoleSelect roles={PERSON_ROLES} defaultValue={fieldValue(state, 'role', person.role)} />
        </Field>
        <SubmitButton pendingLabel="Changing…">Change role</SubmitButton>
        <Saved isSaved={state?.ok === true} />
      </div>
    </form>
  )
}

const GroupsForm = ({
  person,
  groups,
  action,
}: {
  person: Person
  groups: readonly { id: string; name: string }[]
  action: FormStateAction
}) => {
  const [state, post] = useActionState(action, null)
  const problem = getProblem(state)
  const now = person.groups.map(({ id }) => id)
  return (
    <form action={post} className="flex flex-col gap-3">
      <input type="hidden" name="userId" value={person.id} />
      {problem && !problem.errors && <ProblemNote problem={problem} />}
      <div key={`${fieldsKey(state)} ${now.join()}`}>
        <GroupCheckboxes
          groups={groups}
          chosen={fieldValues(state, 'groups', now)}
          error={fieldError(state, 'groups')}
        />
      </div>
      <p className="flex items-center gap-3">
        <SubmitButton pendingLabel="Saving…">Save groups</SubmitButton>
        <Saved isSaved={state?.ok === true} />
      </p>
    </form>
  )
}

interface Props {
  person: Person
  groups: readonly { id: string; name: string }[]
  isOwn: boolean
  setRole: FormStateAction
  setGroups: FormStateAction
}

/** What an account may do: its role and its groups. */
export const AccessCard = ({ person, groups, isOwn, setRole, setGroups }: Props) => (
  <Card title="What they may do">
    <div className="flex flex-col gap-5">
      {isOwn || person.role === 'import' ? (
        <p>
          <span className="font-medium">{ROLE_LABEL[person.role]}.</span>{' '}
          <span className="text-muted">
            {isOwn
              ? 'Another administrator can change your role.'
              : 'A machine’s account: it has API tokens, and no password.'}
          </span>
        </p>
      ) : (
        <RoleForm person={person} action={setRole} />
      )}
      {person.role !== 'customer' && person.role !== 'import' && (
        <GroupsForm person={person} groups={groups} action={setGroups} />
      )}
    </div>
  </Card>
)
