'use client'

import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { SelectField } from '@/components/ui/form/select-field'
import { SubmitRow } from '@/components/ui/form/submit-row'
import { TextField } from '@/components/ui/form/text-field'
import { useForm } from '@/components/ui/form/use-form'
import { roleOptions } from '@/components/ui/role-labels'
import { SecretReveal } from '@/components/ui/secret-reveal'
import type { Role } from '@/temporal/contract/auth/actor'
import { isolateText } from '@/temporal/contract/text/isolate-text'

/** A new token. Its secret is shown once. */
export interface CreatedToken {
  name: string
  token: string
}

const LIFETIMES = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '', label: 'Never' },
] as const

interface Props {
  /** Owner of the token; absent for the viewer's own. */
  ownerId?: string
  /** Roles that the token may have, the widest last. */
  roles: readonly Role[]
  action: FormAction<CreatedToken>
}

/** Creates an API token and shows it once. */
export const TokenForm = ({ ownerId, roles, action }: Props) => {
  const form = useForm(action)
  return (
    <div className="flex flex-col gap-4 border-t border-line p-4">
      {form.state?.ok && (
        <SecretReveal
          title={`Token ${isolateText(form.state.value.name)} is made`}
          secret={form.state.value.token}
          what="token"
        >
          Copy it now: it is shown this once. Programs send it as <code>Authorization: Bearer …</code>
        </SecretReveal>
      )}
      <Form
        form={form}
        hidden={ownerId ? { userId: ownerId } : {}}
        kept="What you typed is kept."
        className="flex flex-col gap-3"
      >
        <div className="flex flex-wrap items-start gap-2">
          <TextField
            form={form}
            name="name"
            label="Name of the token"
            className="min-w-44 flex-1"
            required
            maxLength={80}
            placeholder="What will use it"
            autoComplete="off"
          />
          <SelectField
            form={form}
            name="role"
            label="May act as"
            className="w-36"
            options={roleOptions(roles)}
            initial={roles[0]}
          />
          <SelectField
            form={form}
            name="days"
            label="Ends after"
            className="w-28"
            options={LIFETIMES}
            initial="90"
          />
        </div>
        <SubmitRow pendingLabel="Making…">Make token</SubmitRow>
      </Form>
    </div>
  )
}
