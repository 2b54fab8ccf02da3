'use client'

import { Card } from '@/components/ui/card'
import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { useForm } from '@/components/ui/form/use-form'

/** Creates a group. Its id, which settings refer to, is derived from its name. */
export const NewGroupForm = ({ action }: { action: FormAction }) => {
  const form = useForm(action)
  return (
    <Card title="New group">
      <Form form={form} className="flex flex-col gap-3">
        <div className="flex flex-wrap items-end gap-2">
          <TextField
            form={form}
            name="name"
            label="Name"
            className="min-w-48 flex-1"
            required
            maxLength={80}
            placeholder="For example: Returns"
            autoComplete="off"
          />
          <SubmitButton pendingLabel="Creating…">Create group</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
