'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ProblemNote } from '@/components/ui/problem-note'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Role } from '@/temporal/contract/people/people'
import { fieldsKey, fieldWords, type KeepingAction } from './form-words'
import { fieldError, problemOf } from './problem-of'
import { RoleSelect } from './role-select'
import { ShownOnce } from './token-once'

/** A token that was just made; it is told once. */
export interface MadeToken {
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
  action: KeepingAction<MadeToken>
}

/** Makes a token and shows it once. */
export const TokenForm = ({ ownerId, roles, action }: Props) => {
  const [kept, post] = useActionState(action, null)
  const problem = problemOf(kept)
  return (
    <div className="flex flex-col gap-4 border-t border-line p-4">
      {kept?.ok && (
        <ShownOnce title={`Token ${kept.value.name} is made`} secret={kept.value.token} what="token">
          Copy it now: it is shown this once. Programs send it as <code>Authorization: Bearer …</code>
        </ShownOnce>
      )}
      <form action={post} className="flex flex-col gap-3">
        {ownerId && <input type="hidden" name="userId" value={ownerId} />}
        {problem && !problem.errors && <ProblemNote problem={problem} kept="What you typed is kept." />}
        <div key={fieldsKey(kept)} className="flex flex-wrap items-start gap-2">
          <Field label="Name of the token" error={fieldError(kept, 'name')} className="min-w-44 flex-1">
            <Input
              name="name"
              required
              maxLength={80}
              placeholder="What will use it"
              autoComplete="off"
              defaultValue={fieldWords(kept, 'name')}
            />
          </Field>
          <Field label="May act as" error={fieldError(kept, 'role')} className="w-36">
            <RoleSelect roles={roles} defaultValue={fieldWords(kept, 'role', roles[0])} />
          </Field>
          <Field label="Ends after" error={fieldError(kept, 'days')} className="w-28">
            <Select name="days" defaultValue={fieldWords(kept, 'days', '90')}>
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
