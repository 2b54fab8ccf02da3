'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ProblemNote } from '@/components/ui/problem-note'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Role } from '@/temporal/contract/auth/actor'
import { type FormStateAction, fieldsKey, fieldValue } from '../ui/form-draft'
import { fieldError, getProblem } from '../ui/form-result'
import { RoleSelect } from '../ui/role-select'
import { SecretReveal } from '../ui/secret-reveal'

/** A token that was just made; it is told once. */
export interface CreatedToken {
  name: string
  token: string
}

const LIFETIMES = [
  ['7', '7 days'],
  ['30', '30 days'],
  ['90', '90 days'],
  ['365', 'A year'],
  ['', 'Never'],
] as const

interface Props {
  /** Whose token it will be; absent for one's own. */
  ownerId?: string
  /** Roles that the token may have, the widest last. */
  roles: readonly Role[]
  action: FormStateAction<CreatedToken>
}

/** Makes a token and shows it once. */
export const TokenForm = ({ ownerId, roles, action }: Props) => {
  const [state, post] = useActionState(action, null)
  const problem = getProblem(state)
  return (
    <div className="flex flex-col gap-4 border-t border-line p-4">
      {state?.ok && (
        <SecretReveal title={`Token ${state.value.name} is made`} secret={state.value.token} what="token">
          Copy it now: it is shown this once. Programs send it as <code>Authorization: Bearer …</code>
        </SecretReveal>
      )}
      <form action={post} className="flex flex-col gap-3">
        {ownerId && <input type="hidden" name="userId" value={ownerId} />}
        {problem && !problem.errors && <ProblemNote problem={problem} kept="What you typed is kept." />}
        <div key={fieldsKey(state)} className="flex flex-wrap items-start gap-2">
          <Field label="Name of the token" error={fieldError(state, 'name')} className="min-w-44 flex-1">
            <Input
              name="name"
              required
              maxLength={80}
              placeholder="What will use it"
              autoComplete="off"
              defaultValue={fieldValue(state, 'name')}
            />
          </Field>
          <Field label="May act as" error={fieldError(state, 'role')} className="w-36">
            <RoleSelect roles={roles} defaultValue={fieldValue(state, 'role', roles[0])} />
          </Field>
          <Field label="Ends after" error={fieldError(state, 'days')} className="w-28">
            <Select name="days" defaultValue={fieldValue(state, 'days', '90')}>
              {LIFETIMES.map(([days, word]) => (
                <option key={days} value={days}>
                  {word}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <p>
          <SubmitButton pendingLabel="Making…">Make token</SubmitButton>
        </p>
      </form>
    </div>
  )
}
