'use client'

import { useActionState } from 'react'
import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { ProblemNote } from '@/components/ui/problem-note'
import { SubmitButton } from '@/components/ui/submit-button'
import type { AccountStatus } from '@/temporal/contract/people/people'
import { ConfirmButton } from '../ui/confirm-button'
import type { FormStateAction } from '../ui/form-draft'
import { type FormAction, getProblem } from '../ui/form-result'
import { BanForm } from './ban-form'
import { InvitationLink, type InvitedPerson } from './invitation-link'

/** How an account stands. Times are ISO 8601. */
export interface AccountStatusDetails {
  id: string
  name: string
  status: AccountStatus
  banReason: string | null
  banExpires: string | null
  invitedUntil: string | null
}

export interface AccountStatusActions {
  ban: FormStateAction
  unban: FormAction
  endSessions: FormAction
  renew: FormStateAction<InvitedPerson>
}

const Renew = ({
  person,
  action,
}: {
  person: AccountStatusDetails
  action: AccountStatusActions['renew']
}) => {
  const [state, post] = useActionState(action, null)
  const problem = getProblem(state)
  return (
    <div className="flex flex-col gap-3">
      {state?.ok && <InvitationLink invited={state.value} />}
      {problem && <ProblemNote problem={problem} />}
      {person.invitedUntil && (
        <p>
          {person.name} has not set a password yet. The link ends <LocalTime at={person.invitedUntil} />.
        </p>
      )}
      <form action={post} className="flex flex-wrap items-center gap-3">
        <input type="hidden" name="userId" value={person.id} />
        <SubmitButton pendingLabel="Making a link…">Make a new link</SubmitButton>
        <span className="text-muted">The link before it stops working.</span>
      </form>
    </div>
  )
}

const Unban = ({ person, action }: { person: AccountStatusDetails; action: FormAction }) => {
  const [answered, post] = useActionState(action, null)
  const problem = getProblem(answered)
  return (
    <form action={post} className="flex flex-col gap-3">
      <input type="hidden" name="userId" value={person.id} />
      {problem && <ProblemNote problem={problem} />}
      <p>
        Banned{' '}
        {person.banExpires ? (
          <>
            until <LocalTime at={person.banExpires} />
          </>
        ) : (
          'until it is lifted'
        )}
        {person.banReason && <>: “{person.banReason}”</>}
      </p>
      <p>
        <SubmitButton pendingLabel="Lifting…">Lift the ban</SubmitButton>
      </p>
    </form>
  )
}

interface Props {
  person: AccountStatusDetails
  sessions: number
  actions: AccountStatusActions
}

/** Whether somebody can come in, and how to change that. */
export const AccountStatusCard = ({ person, sessions, actions }: Props) => (
  <Card title="Signing in">
    <div className="flex flex-col gap-4">
      {person.status === 'invited' && <Renew person={person} action={actions.renew} />}
      {person.status === 'banned' ? (
        <Unban person={person} action={actions.unban} />
      ) : (
        <>
          {person.status === 'active' && (
            <p className="text-muted">
              {sessions === 0
                ? 'Signed in nowhere.'
                : `Signed in at ${sessions} ${sessions === 1 ? 'place' : 'places'}.`}
            </p>
          )}
          <div className="flex flex-wrap items-start gap-2">
            {sessions > 0 && (
              <ConfirmButton
                action={actions.endSessions}
                hidden={{ userId: person.id }}
                label="Sign out everywhere…"
                about={person.name}
                consequence={`${person.name} has to sign in again at every place. What they were typing there is lost.`}
                confirm="Sign out everywhere"
                pending="Signing out…"
              />
            )}
            <BanForm person={person} action={actions.ban} />
          </div>
        </>
      )}
    </div>
  </Card>
)
