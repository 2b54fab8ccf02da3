'use client'

import { Card } from '@/components/ui/card'
import type { FormAction } from '@/components/ui/form/form-state'
import { ProblemNote } from '@/components/ui/form/problem-note'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { useForm } from '@/components/ui/form/use-form'
import { RelativeTime } from '@/components/ui/relative-time'
import { toBrowserLabel } from './browser-labels'

interface Session {
  id: string
  lastSeenAt: string
  userAgent: string | null
  address: string | null
  isCurrent: boolean
}

const Row = ({ session, action }: { session: Session; action: FormAction }) => {
  const { submit, problem } = useForm(action)
  return (
    <li className="flex flex-col gap-2 px-4 py-2.5">
      <div className="flex min-h-control-sm items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="truncate" title={session.userAgent ?? undefined}>
            {toBrowserLabel(session.userAgent)}
          </p>
          <p className="text-xs text-muted">
            {session.address && `${session.address} · `}seen <RelativeTime at={session.lastSeenAt} />
          </p>
        </div>
        {session.isCurrent ? (
          <span className="text-xs font-medium text-good">this browser</span>
        ) : (
          <form action={submit}>
            <input type="hidden" name="sessionId" value={session.id} />
            <SubmitButton size="sm" pendingLabel="Signing out…">
              Sign out
            </SubmitButton>
          </form>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
    </li>
  )
}

interface Props {
  sessions: readonly Session[]
  revoke: FormAction
  revokeOthers: FormAction
}

/** The viewer's sessions, each with a button that ends it. */
export const SessionList = ({ sessions, revoke, revokeOthers }: Props) => {
  const { submit, problem } = useForm(revokeOthers)
  return (
    <Card
      flush
      title="Where you are signed in"
      actions={
        sessions.length > 1 && (
          <form action={submit}>
            <SubmitButton size="sm" pendingLabel="Signing out…">
              Sign out everywhere else
            </SubmitButton>
          </form>
        )
      }
    >
      {problem && <ProblemNote problem={problem} className="m-3" />}
      <ul className="divide-y divide-line/60">
        {sessions.map((session) => (
          <Row key={session.id} session={session} action={revoke} />
        ))}
      </ul>
    </Card>
  )
}
