'use client'

import { useActionState } from 'react'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, fieldError, getProblem } from '../../ui/form-result'

/** Makes a group; its id, which settings name, comes from its name. */
export const NewGroupForm = ({ action }: { action: FormAction }) => {
  const [answered, post] = useActionState(action, null)
  const error = fieldError(answered, 'name')
  const problem = getProblem(answered)
  return (
    <Card title="New group">
      <form action={post} className="flex flex-col gap-3">
        {problem && !error && <ProblemNote problem={problem} />}
        <div className="flex flex-wrap items-end gap-2">
          <Field label="Name" error={error} className="min-w-48 flex-1">
            <Input
              name="name"
              required
              maxLength={80}
              placeholder="For example: Returns"
              autoComplete="off"
            />
          </Field>
          <SubmitButton pendingLabel="Creating…">Create group</SubmitButton>
        </div>
      </form>
    </Card>
  )
}
