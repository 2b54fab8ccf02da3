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

/** A group with its members, and the actions that change it. */
export const GroupCard = ({ group, people, viewerId, actions }: Props) => (
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
    {group.members.length > 0 ? (
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
    ) : (
      <p className="px-4 py-3 text-muted">Nobody is in this group: nobody can decide what is asked of it.</p>
    )}
    {actions && <AddMemberForm group={group} people={people} action={actions.addPerson} />}
  </Card>
)
