'use client'

import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { useActionState } from 'react'
import { iconButtonClass } from '@/components/ui/button-style'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, fieldError, getProblem } from '../../ui/form-result'
import { Popover } from '../../ui/popover'
import type { Group } from './group-types'

/** Gives a group another name. */
export const RenameGroupForm = ({ group, action }: { group: Group; action: FormAction }) => {
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
        <p className="text-xs text-muted">
          Settings and programs know it as <code className="font-mono select-all">{group.id}</code>, which
          stays.
        </p>
        <SubmitButton variant="primary" pendingLabel="Saving…">
          Rename
        </SubmitButton>
      </form>
    </Popover>
  )
}

/** Why a group cannot be deleted now, and what would change that; null where it can. */
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

/** Deletes a group, after a question that says what becomes of what waits for it. */
export const DeleteGroupForm = ({ group, action }: { group: Group; action: FormAction }) => {
  const [answered, post] = useActionState(action, null)
  const problem = getProblem(answered)
  const blocker = deletionBlocker(group)
  return (
    <Popover
      label={`Delete ${group.name}`}
      trigger={<Trash2 aria-hidden />}
      className={iconButtonClass('ghost', 'sm')}
      panelClassName="w-72 p-3"
    >
      <form action={post} className="flex flex-col gap-2">
        <input type="hidden" name="groupId" value={group.id} />
        {problem && <ProblemNote problem={problem} />}
        {blocker ? (
          <p>
            <strong>{group.name}</strong> cannot be deleted: {blocker}
          </p>
        ) : (
          <>
            <p>
              Delete the group <strong>{group.name}</strong>? No open case waits for it.{' '}
              {membersSentence(group)} Closed cases keep its id, and nothing can be asked of it any more.
            </p>
            <SubmitButton variant="danger" pendingLabel="Deleting…">
              Delete group
            </SubmitButton>
          </>
        )}
      </form>
    </Popover>
  )
}
