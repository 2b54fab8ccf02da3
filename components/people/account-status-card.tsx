'use client'

import { Card } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/form/confirm-button'
import { Form } from '@/components/ui/form/form'
import type { FormAction } from '@/components/ui/form/form-state'
import { ProblemNote } from '@/components/ui/form/problem-note'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { SubmitRow } from '@/components/ui/form/submit-row'
import { useForm } from '@/components/ui/form/use-form'
import { LocalTime } from '@/components/ui/local-time'
import { UserText } from '@/components/ui/user-text'
import type { AccountStatus } from '@/temporal/contract/people/people'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { BanForm } from './ban-form'
import { InvitationLink, type InvitedPerson } from './invitation-link'

/** Status of an account. Times are ISO 8601. */
export interface AccountStatusDetails {
  id: string
  name: string
  status: AccountStatus
  banReason: string | null
  banExpires: string | null
  invitedUntil: string | null
}

export interface AccountStatusActions {
  ban: FormAction
  unban: FormAction
  endSessions: FormAction
  renew: FormAction<InvitedPerson>
}

const RenewInvitation = ({
  person,
  action,
}: {
  person: AccountStatusDetails
  action: AccountStatusActions['renew']
}) => {
  const form = useForm(action)
  return (
    <div className="flex flex-col gap-3">
      {form.state?.ok && <InvitationLink invited={form.state.value} />}
      {form.problem && <ProblemNote problem={form.problem} />}
      {person.invitedUntil && (
        <p>
          <UserText>{person.name}</UserText> has not set a password yet. The link ends{' '}
          <LocalTime at={person.invitedUntil} />.
        </p>
      )}
      <Form
        form={form}
        hidden={{ userId: person.id }}
        problem={null}
        className="flex flex-wrap items-center gap-3"
      >
        <SubmitButton pendingLabel="Making a link…">Make a new link</SubmitButton>
        <span className="text-muted">The link before it stops working.</span>
      </Form>
    </div>
  )
}

const UnbanForm = ({ person, action }: { person: AccountStatusDetails; action: FormAction }) => {
  const form = useForm(action)
  return (
    <Form form={form} hidden={{ userId: person.id }} problem={form.problem} className="flex flex-col gap-3">
      <p>
        Banned{' '}
        {person.banExpires ? (
          <>
            until <LocalTime at={person.banExpires} />
          </>
        ) : (
          'until it is lifted'
        )}
        {person.banReason && (
          <>
            : “<UserText>{person.banReason}</UserText>”
          </>
        )}
      </p>
      <SubmitRow pendingLabel="Lifting…">Lift the ban</SubmitRow>
    </Form>
  )
}

interface Props {
  person: AccountStatusDetails
  sessions: number
  actions: AccountStatusActions
}

/** Whether a person can sign in, and the actions that change it. */
export const AccountStatusCard = ({ person, sessions, actions }: Props) => (
  <Card title="Signing in">
    <div className="flex flex-col gap-4">
      {person.status === 'invited' && <RenewInvitation person={person} action={actions.renew} />}
      {person.status === 'banned' ? (
        <UnbanForm person={person} action={actions.unban} />
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
                about={isolateText(person.name)}
                consequence={`${isolateText(person.name)} has to sign in again at every place. What they were typing there is lost.`}
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
