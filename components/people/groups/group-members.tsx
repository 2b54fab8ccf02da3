'use client'

import X from 'lucide-react/icons/x'
import { Avatar } from '@/components/ui/avatar'
import { iconButtonClass } from '@/components/ui/button-style'
import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { SelectField } from '@/components/ui/form/select-field'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { useForm } from '@/components/ui/form/use-form'
import { ROLE_LABEL } from '@/components/ui/role-labels'
import { UserText } from '@/components/ui/user-text'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import type { Group, Member } from './group-types'

/** A member, with a button that removes them where the viewer may. */
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
    <span className="min-w-0 truncate">
      <UserText>{member.name}</UserText>
    </span>
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
  const form = useForm(action)
  const { problem, isPending } = form
  return (
    <Form form={form} hidden={{ groupId, userId: member.id }} problem={null}>
      <button
        type="submit"
        aria-label={`Take ${isolateText(member.name)} out`}
        title={problem?.detail ?? `Take ${isolateText(member.name)} out`}
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
    </Form>
  )
}

/** Adds a member of the staff to a group. */
export const AddMemberForm = ({
  group,
  people,
  action,
}: {
  group: Group
  people: readonly Member[]
  action: FormAction
}) => {
  const form = useForm(action)
  const others = people.filter(({ id }) => !group.members.some((member) => member.id === id))
  if (others.length === 0) return null
  return (
    <Form
      form={form}
      hidden={{ groupId: group.id }}
      problem={form.problem}
      className="flex flex-col gap-2 border-t border-line p-4"
    >
      <div className="flex items-end gap-2">
        <SelectField
          form={form}
          name="userId"
          label={`Add to ${isolateText(group.name)}`}
          hideLabel
          className="flex-1"
          required
          options={[
            { value: '', label: 'Add somebody…', disabled: true },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SubmitButton pendingLabel="Adding…">Add</SubmitButton>
      </div>
    </Form>
  )
}
