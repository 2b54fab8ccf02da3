'use client'

import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import X from 'lucide-react/icons/x'
import { useActionState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { iconButtonClass } from '@/components/ui/button-style'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ProblemNote } from '@/components/ui/problem-note'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Role } from '@/temporal/contract/people'
import { Popover } from './popover'
import { type FormAction, fieldError, problemOf } from './problem-of'
import { ROLE_WORD } from './role-words'

interface Member {
  id: string
  name: string
  role: Role
}

interface Group {
  id: string
  name: string
  members: Member[]
}

export interface GroupActions {
  rename: FormAction
  remove: FormAction
  addPerson: FormAction
  removePerson: FormAction
}

const RenameForm = ({ group, action }: { group: Group; action: FormAction }) => {
  const [answered, post] = useActionState(action, null)
  return (
    <Popover
      label={`Rename ${group.name}`}
      trigger={<Pencil aria-hidden />}
      className={iconButtonClass('ghost', 'sm')}
      panelClassName="w-72 p-3"
    >
      <form action={post} className="flex flex-col gap-2">
        <input type="hidden" name="groupId" value={group.id} />
        <Field label="Name" error={fieldError(answered, 'name')}>
          <Input
            name="name"
            defaultValue={group.name}
            key={group.name}
            required
            maxLength={80}
            autoComplete="off"
          />
        </Field>
        <SubmitButton variant="primary" pendingLabel="Saving…">
          Rename
        </SubmitButton>
      </form>
    </Popover>
  )
}

const RemoveForm = ({ group, action }: { group: Group; action: FormAction }) => {
  const [answered, post] = useActionState(action, null)
  const problem = problemOf(answered)
  return (
    <Popover
      label={`Delete ${group.name}`}
      trigger={<Trash2 aria-hidden />}
      className={iconButtonClass('ghost', 'sm')}
      panelClassName="w-72 p-3"
    >
      <form action={post} className="flex flex-col gap-2">
        <input type="hidden" name="groupId" value={group.id} />
        <p>
          Delete the group <strong>{group.name}</strong>? Its members stay; nothing can be asked of it any
          more.
        </p>
        {problem && <ProblemNote problem={problem} />}
        <SubmitButton variant="danger" pendingLabel="Deleting…">
          Delete group
        </SubmitButton>
      </form>
    </Popover>
  )
}

const MemberRow = ({
  member,
  groupId,
  isViewer,
  action,
}: {
  member: Member
  groupId: string
  isViewer: boolean
  action: FormAction | undefined
}) => (
  <li className="flex min-h-row items-center gap-2.5 px-4">
    <Avatar name={member.name} decorative />
    <span className="min-w-0 truncate">{member.name}</span>
    {isViewer && <span className="text-xs text-muted">you</span>}
    <span className="ml-auto text-xs text-muted">{ROLE_WORD[member.role]}</span>
    {action && <RemovePerson member={member} groupId={groupId} action={action} />}
  </li>
)

const RemovePerson = ({
  member,
  groupId,
  action,
}: {
  member: Member
  groupId: string
  action: FormAction
}) => {
  const [answered, post, isPending] = useActionState(action, null)
  const problem = problemOf(answered)
  return (
    <form action={post}>
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="userId" value={member.id} />
      <button
        type="submit"
        aria-label={`Take ${member.name} out`}
        title={problem?.detail ?? `Take ${member.name} out`}
        aria-busy={isPending}
        className={iconButtonClass('ghost', 'sm')}
      >
        <X aria-hidden className={isPending ? 'animate-pulse' : undefined} />
      </button>
      {problem && (
        <span role="alert" className="sr-only">
          {problem.detail}
        </span>
      )}
    </form>
  )
}

const AddPerson = ({
  group,
  people,
  action,
}: {
  group: Group
  people: readonly Member[]
  action: FormAction
}) => {
  const [answered, post] = useActionState(action, null)
  const problem = problemOf(answered)
  const others = people.filter(({ id }) => !group.members.some((member) => member.id === id))
  if (others.length === 0) return null
  return (
    <form action={post} className="flex flex-col gap-2 border-t border-line p-4">
      <input type="hidden" name="groupId" value={group.id} />
      {problem && <ProblemNote problem={problem} />}
      <div className="flex items-end gap-2">
        <Field label={`Add to ${group.name}`} hideLabel className="flex-1">
          <Select name="userId" defaultValue="" required>
            <option value="" disabled>
              Add somebody…
            </option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <SubmitButton pendingLabel="Adding…">Add</SubmitButton>
      </div>
    </form>
  )
}

interface Props {
  group: Group
  people: readonly Member[]
  viewerId: string
  /** Null for those who may only look. */
  actions: GroupActions | null
}

/** A group, its members, and what may be changed about it. */
export const GroupCard = ({ group, people, viewerId, actions }: Props) => (
  <Card
    flush
    title={
      <span className="flex items-baseline gap-2">
        {group.name}
        <code className="font-mono text-xs font-normal text-faint">{group.id}</code>
      </span>
    }
    actions={
      actions && (
        <span className="flex gap-1">
          <RenameForm group={group} action={actions.rename} />
          <RemoveForm group={group} action={actions.remove} />
        </span>
      )
    }
  >
    {group.members.length > 0 ? (
      <ul aria-label={`Members of ${group.name}`} className="divide-y divide-line/60">
        {group.members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            groupId={group.id}
            isViewer={member.id === viewerId}
            action={actions?.removePerson}
          />
        ))}
      </ul>
    ) : (
      <p className="px-4 py-3 text-muted">Nobody is in this group: nobody can decide what is asked of it.</p>
    )}
    {actions && <AddPerson group={group} people={people} action={actions.addPerson} />}
  </Card>
)
