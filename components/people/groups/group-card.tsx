import { Card } from '@/components/ui/card'
import { UserText } from '@/components/ui/user-text'
import * as paths from '@/temporal/contract/paths'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { DeleteGroupForm } from './delete-group-form'
import { AddMemberForm, MemberRow } from './group-members'
import type { Group, GroupActions, Member } from './group-types'
import { RenameGroupForm } from './rename-group-form'

interface Props {
  group: Group
  people: readonly Member[]
  viewerId: string
  /** Null where the viewer may not change groups. */
  actions: GroupActions | null
}

/** Why nobody may decide what is asked of the group, or what nobody may; null where two people may decide. */
const decidersSentence = ({ members, deciders }: Group): string | null => {
  if (members.length === 0) return 'Nobody is in this group: nobody can decide what is asked of it.'
  if (deciders === 0) return 'None of its members may decide: nobody can decide what is asked of it.'
  return deciders === 1
    ? 'Only one person here may decide: nobody can decide what this person asks for.'
    : null
}

/** A group with its members, and the actions that change it. */
export const GroupCard = ({ group, people, viewerId, actions }: Props) => {
  const warning = decidersSentence(group)
  return (
    <Card
      flush
      title={<UserText>{group.name}</UserText>}
      actions={
        actions && (
          <span className="flex gap-1">
            <RenameGroupForm group={group} action={actions.rename} />
            <DeleteGroupForm group={group} action={actions.remove} />
          </span>
        )
      }
    >
      {group.openCases > 0 && (
        <p className="border-b border-line/60 px-4 py-2 text-muted">
          <a href={paths.inbox({ group: group.id })} className="link">
            {group.openCases === 1 ? '1 open case' : `${group.openCases} open cases`}
          </a>{' '}
          {group.openCases === 1 ? 'waits' : 'wait'} for this group.
        </p>
      )}
      {warning && <p className="border-b border-line/60 px-4 py-2 text-waiting">{warning}</p>}
      {group.members.length > 0 && (
        <ul aria-label={`Members of ${isolateText(group.name)}`} className="divide-y divide-line/60">
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
      )}
      {actions && <AddMemberForm group={group} people={people} action={actions.addPerson} />}
    </Card>
  )
}
