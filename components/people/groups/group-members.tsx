'use client'

import X from 'lucide-react/icons/x'
import { useActionState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { iconButtonClass } from '@/components/ui/button-style'
import { Field } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, getProblem } from '../../ui/form-result'
import { ROLE_LABEL } from '../../ui/role-labels'
import type { Group, Member } from './group-types'

/** A member, and the way out where the viewer may show it. */
export const MemberRow = ({
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
    <span className="ml-auto text-xs text-muted">{ROLE_LABEL[member.role]}</span>
    {action && <RemoveMemberForm member={member} groupId={groupId} action={action} />}
  </li>
)

const RemoveMemberForm = ({
  member,
  groupId,
  action,
}: {
  member: Member
  groupId: string
  action: FormAction
}) => {
  const [answered, post, isPending] = useActionState(action, null)
  const problem = getProblem(answered)
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
        <span role="alert" className="block max-w-40 text-xs text-bad">
          {problem.detail}
        </span>
      )}
    </form>
  )
}

/** Adds somebody of the staff to a group. */
export const AddMemberForm = ({
  group,
  people,
  action,
}: {
  group: Group
  people: readonly Member[]
  action: FormAction
}) => {
  const [answered, post] = useActionState(action, null)
  const problem = getProblem(answered)
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
