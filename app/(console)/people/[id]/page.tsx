import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { countSessions } from '@/app/_server/people/count-sessions'
import { listApiTokens } from '@/app/_server/people/list-api-tokens'
import { listAudit } from '@/app/_server/people/list-audit'
import { listGroups } from '@/app/_server/people/list-groups'
import { readAccount } from '@/app/_server/people/read-account'
import { TokenForm } from '@/components/account/token-form'
import { TokenList } from '@/components/account/token-list'
import { AccessCard } from '@/components/people/access-card'
import { AccountStatusBadge } from '@/components/people/account-status-badge'
import { AccountStatusCard } from '@/components/people/account-status-card'
import { AuditList } from '@/components/people/audit-list'
import { PeopleFrame } from '@/components/people/people-frame'
import { Card } from '@/components/ui/card'
import { RelativeTime } from '@/components/ui/relative-time'
import { UserText } from '@/components/ui/user-text'
import { isAppError } from '@/temporal/contract/errors'
import * as paths from '@/temporal/contract/paths'
import { getAllowedTokenRoles } from '@/temporal/contract/people/people'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { actingAs } from '../../_lib/acting-as'
import { getRequestContext } from '../../_lib/request-context'
import { requireAdmin } from '../../_lib/require-admin'
import * as pageActions from '../actions'

interface Props {
  params: Promise<{ id: string }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { id } = await params
  const person = await readAccount(await getRequestContext(), { userId: id }).catch(() => null)
  return { title: isolateText(person?.name ?? 'Person') }
}

const personOr404 = async (userId: string) => {
  try {
    return await readAccount(await getRequestContext(), { userId })
  } catch (error) {
    if (isAppError(error) && error.code === 'NOT_FOUND') notFound()
    throw error
  }
}

const PersonPage = async ({ params }: Props) => {
  const { id } = await params
  const viewer = await requireAdmin(paths.person(id))
  const person = await personOr404(id)
  const ctx = await getRequestContext()
  const [groups, sessions, tokens, trail] = await Promise.all([
    listGroups(ctx),
    countSessions(ctx, { userId: id }),
    listApiTokens(ctx, { userId: id }),
    listAudit(ctx, { about: id, after: undefined }),
  ])
  const actions = actingAs(viewer, pageActions)
  const isOwn = person.id === viewer.id
  const roles = getAllowedTokenRoles(person.role)
  return (
    <PeopleFrame
      tab="people"
      title={
        <span className="flex flex-wrap items-center gap-2">
          <UserText>{person.name}</UserText> <AccountStatusBadge status={person.status} />
        </span>
      }
      intro={
        <>
          <UserText>{person.email}</UserText> ·{' '}
          {person.lastSeenAt ? (
            <>
              last seen <RelativeTime at={person.lastSeenAt.toISOString()} />
            </>
          ) : (
            'never seen'
          )}
        </>
      }
    >
      <AccessCard
        person={person}
        groups={groups.items.map((group) => ({ id: group.id, name: group.name }))}
        isOwn={isOwn}
        setRole={actions.changeRole}
        setGroups={actions.changeGroups}
      />
      {isOwn ? (
        <Card title="Signing in">
          <p className="text-muted">
            This is your own account: your password and your sessions are under{' '}
            <a href={paths.account()} className="link">
              Account
            </a>
            .
          </p>
        </Card>
      ) : (
        <AccountStatusCard
          person={{
            id: person.id,
            name: person.name,
            status: person.status,
            banReason: person.banReason,
            banExpires: person.banExpires?.toISOString() ?? null,
            invitedUntil: person.invitedUntil?.toISOString() ?? null,
          }}
          sessions={sessions.total}
          actions={{
            ban: actions.ban,
            unban: actions.unban,
            endSessions: actions.signOutEverywhere,
            renew: actions.renew,
          }}
        />
      )}
      <Card title="API tokens" flush>
        <TokenList
          tokens={tokens.items}
          revoke={actions.endToken}
          empty="No program acts for this account."
        />
        {roles.length > 0 && <TokenForm ownerId={person.id} roles={roles} action={actions.makeToken} />}
      </Card>
      <Card title="What happened" flush>
        {trail.items.length > 0 ? (
          <AuditList
            rows={trail.items}
            groupNames={trail.groupNames}
            nextHref={trail.next && paths.audit({ about: id, after: trail.next })}
          />
        ) : (
          <p className="px-4 py-3 text-muted">Nothing was changed about this account, or by it.</p>
        )}
      </Card>
    </PeopleFrame>
  )
}

export default PersonPage
