'use client'

import Trash2 from 'lucide-react/icons/trash-2'
import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { useForm } from '@/components/ui/form/use-form'
import { UserText } from '@/components/ui/user-text'
import type { Problem } from '@/temporal/contract/problem'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { GroupPopover } from './group-popover'
import type { Group } from './group-types'

/** Why the group cannot be deleted now, or null where it can. */
const deletionBlocker = ({ openCases, isAskedByDefault }: Group): string | null => {
  if (isAskedByDefault) return 'the settings ask it whenever an order needs an approval or a deadline passes.'
  if (openCases === 0) return null
  const cases = openCases === 1 ? '1 open case waits' : `${openCases} open cases wait`
  return `${cases} for it, and nobody else could decide. Decide or withdraw first.`
}

const membersSentence = ({ members }: Group): string => {
  if (members.length === 0) return 'It has no members.'
  return members.length === 1 ? 'Its member stays.' : `Its ${members.length} members stay.`
}

/** What the server said will be asked of others once the group is gone; 0 before it was asked. */
const getRedirected = (problem: Problem | null): number =>
  problem?.code === 'GROUP_IN_USE' && typeof problem.redirected === 'number' ? problem.redirected : 0

/**
 * Deletes a group after a confirmation, and after a second one where it may be asked later. A group that open cases wait
 * for cannot be deleted.
 */
export const DeleteGroupForm = ({ group, action }: { group: Group; action: FormAction }) => {
  const form = useForm(action)
  const blocker = deletionBlocker(group)
  const redirected = getRedirected(form.problem)
  return (
    <GroupPopover label={`Delete ${isolateText(group.name)}`} icon={Trash2}>
      <Form
        form={form}
        hidden={{ groupId: group.id, redirected: String(redirected) }}
        problem={form.problem}
        className="flex flex-col gap-2"
      >
        {blocker ? (
          <p>
            <strong>
              <UserText>{group.name}</UserText>
            </strong>{' '}
            cannot be deleted: {blocker}
          </p>
        ) : (
          <>
            <p>
              Delete the group{' '}
              <strong>
                <UserText>{group.name}</UserText>
              </strong>
              ? No open case waits for it. {membersSentence(group)} Closed cases keep its id, and nothing can
              be asked of it any more.
            </p>
            <SubmitButton variant="danger" pendingLabel="Deleting…">
              {redirected > 0 ? 'Delete it all the same' : 'Delete group'}
            </SubmitButton>
          </>
        )}
      </Form>
    </GroupPopover>
  )
}
