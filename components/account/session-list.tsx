'use client'

import { useActionState } from 'react'
import { Card } from '@/components/ui/card'
import { ProblemNote } from '@/components/ui/problem-note'
import { RelativeTime } from '@/components/ui/relative-time'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, getProblem } from '../ui/form-result'
import { toBrowserLabel } from './browser-labels'

interface Session {
  id: string
  lastSeenAt: string
  userAgent: string | null
  address: string | null
  isCurrent: boolean
}

const Row = ({ session, action }: { session: Session; action: FormAction }) => {
  const [answered, post] = useActionState(action, null)
  const problem = getProblem(answered)
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
          <form action={post}>
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

/** Where one is signed in, and how to end it. */
export const SessionList = ({ sessions, revoke, revokeOthers }: Props) => {
  const [, post] = useActionState(revokeOthers, null)
  return (
    <Card
      flush
      title="Where you are signed in"
      actions={
        sessions.length > 1 && (
          <form action={post}>
            <SubmitButton size="sm" pendingLabel="Signing out…">
              Sign out everywhere else
            </SubmitButton>
          </form>
        )
      }
    >
      <ul className="divide-y divide-line/60">
        {sessions.map((session) => (
          <Row key={session.id} session={session} action={revoke} />
        ))}
      </ul>
    </Card>
  )
}
