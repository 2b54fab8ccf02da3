'use client'

import { Card } from '@/components/ui/card'
import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { SelectField } from '@/components/ui/form/select-field'
import { SubmitRow } from '@/components/ui/form/submit-row'
import { useForm } from '@/components/ui/form/use-form'
import { ROLE_LABEL, roleOptions } from '@/components/ui/role-labels'
import { PERSON_ROLES, type Role } from '@/temporal/contract/auth/actor'
import { GroupsField } from './groups-field'

interface Person {
  id: string
  role: Role
  groups: { id: string }[]
}

const RoleForm = ({ person, action }: { person: Person; action: FormAction }) => {
  const form = useForm(action)
  return (
    <Form form={form} hidden={{ userId: person.id }} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <SelectField
          form={form}
          name="role"
          label="Role"
          className="w-52"
          options={roleOptions(PERSON_ROLES)}
          initial={person.role}
        />
        <SubmitRow pendingLabel="Changing…" isSaved={form.state?.ok === true}>
          Change role
        </SubmitRow>
      </div>
    </Form>
  )
}

const GroupsForm = ({
  person,
  groups,
  action,
}: {
  person: Person
  groups: readonly { id: string; name: string }[]
  action: FormAction
}) => {
  const form = useForm(action)
  return (
    <Form form={form} hidden={{ userId: person.id }} className="flex flex-col gap-3">
      <GroupsField form={form} groups={groups} initial={person.groups.map(({ id }) => id)} />
      <SubmitRow pendingLabel="Saving…" isSaved={form.state?.ok === true}>
        Save groups
      </SubmitRow>
    </Form>
  )
}

interface Props {
  person: Person
  groups: readonly { id: string; name: string }[]
  isOwn: boolean
  setRole: FormAction
  setGroups: FormAction
}

/** Role and groups of an account. */
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
