'use client'

import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { useActionState } from 'react'
import { iconButtonClass } from '@/components/ui/button-style'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Group } from './group-types'
import { Popover } from './popover'
import { type FormAction, fieldError, problemOf } from './problem-of'

/** Gives a group another name. */
export const RenameForm = ({ group, action }: { group: Group; action: FormAction }) => {
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

/** Deletes a group, after a question. */
export const RemoveForm = ({ group, action }: { group: Group; action: FormAction }) => {
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
