'use client'

import type { ReactNode } from 'react'
import { ConfirmDetails } from '../confirm-details'
import { Form } from './form'
import type { FormAction } from './form-state'
import { SubmitRow } from './submit-row'
import { useForm } from './use-form'

interface Props {
  action: FormAction
  /** Ids that go along. */
  hidden: Readonly<Record<string, string>>
  /** On the button that opens the confirmation. */
  label: string
  /** Name of the thing, for people who hear the button without its row. */
  about: string
  consequence: ReactNode
  confirm: string
  pending: string
  size?: 'sm' | 'md'
}

/** A destructive action with a confirmation in place. Needs no JavaScript. */
export const ConfirmButton = ({
  action,
  hidden,
  label,
  about,
  consequence,
  confirm,
  pending,
  size,
}: Props) => {
  const form = useForm(action)
  return (
    <ConfirmDetails
      label={label}
      labelAbout={`${label}: ${about}`}
      size={size}
      open={form.problem ? true : undefined}
    >
      <Form
        form={form}
        hidden={hidden}
        problem={form.problem}
        className="mt-2 flex flex-col gap-3 rounded-md border border-line bg-canvas p-3"
      >
        <p>{consequence}</p>
        <SubmitRow variant="danger" pendingLabel={pending}>
          {confirm}
        </SubmitRow>
      </Form>
    </ConfirmDetails>
  )
}
