'use client'

import { Avatar } from '@/components/ui/avatar'
import { UserText } from '@/components/ui/user-text'
import type { ApprovalData } from '@/temporal/contract/cases/case'
import { useViewer } from '../viewer-context'

const MEMBER =
  'flex h-8 w-full items-center gap-2 rounded px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-11'

/** Members of the group as submit buttons, each of which assigns the case. */
export const AssignList = ({ data, groupName }: { data: ApprovalData; groupName: string }) => {
  const members = useViewer().groups.find(({ id }) => id === data.group)?.members ?? []
  return (
    <>
      <p className="px-2 py-1 text-xs text-muted">
        Members of <UserText>{groupName}</UserText>
      </p>
      {members.map(({ id, name }) => (
        <button key={id} type="submit" name="assigneeId" value={id} className={MEMBER}>
          <Avatar name={name} decorative />
          <span className="min-w-0 flex-1 truncate">
            <UserText>{name}</UserText>
          </span>
          {id === data.assignee?.id && <span className="text-xs text-muted">has it</span>}
        </button>
      ))}
      {members.length === 0 && <p className="px-2 py-1">Nobody is in this group yet.</p>}
    </>
  )
}
