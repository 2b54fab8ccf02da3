'use client'

import Pencil from 'lucide-react/icons/pencil'
import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { useForm } from '@/components/ui/form/use-form'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { GroupPopover } from './group-popover'
import type { Group } from './group-types'

/** Renames a group. */
export const RenameGroupForm = ({ group, action }: { group: Group; action: FormAction }) => {
  const form = useForm(action)
  return (
    <GroupPopover label={`Rename ${isolateText(group.name)}`} icon={Pencil}>
      <Form form={form} hidden={{ groupId: group.id }} className="flex flex-col gap-2">
        <TextField
          form={form}
          name="name"
          label="Name"
          initial={group.name}
          required
          maxLength={80}
          autoComplete="off"
        />
        <p className="text-xs text-muted">
          Settings and programs know it as <code className="font-mono select-all">{group.id}</code>, which
          stays.
        </p>
        <SubmitButton variant="primary" pendingLabel="Saving…">
          Rename
        </SubmitButton>
      </Form>
    </GroupPopover>
  )
}
