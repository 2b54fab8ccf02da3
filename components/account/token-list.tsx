import Link from 'next/link'
import { ConfirmButton } from '@/components/ui/form/confirm-button'
import type { FormAction } from '@/components/ui/form/form-state'
import { LocalTime } from '@/components/ui/local-time'
import { RelativeTime } from '@/components/ui/relative-time'
import { ROLE_LABEL } from '@/components/ui/role-labels'
import { UserText } from '@/components/ui/user-text'
import * as paths from '@/temporal/contract/paths'
import type { ListedToken } from '@/temporal/contract/people/people'
import { isolateText } from '@/temporal/contract/text/isolate-text'

interface Token extends ListedToken {
  owner?: { id: string; name: string }
}

const ExpiresAt = ({ at }: { at: Date | null }) => {
  if (at === null) return <>no end</>
  const isExpired = at <= new Date()
  return (
    <span className={isExpired ? 'font-medium text-bad' : undefined}>
      {isExpired ? 'ended' : 'ends'} <LocalTime at={at.toISOString()} dayOnly />
    </span>
  )
}

const TokenRow = ({ token, revoke }: { token: Token; revoke: FormAction }) => (
  <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-2.5">
    <div className="min-w-48 flex-1">
      <p className="font-medium break-words">
        <UserText>{token.name}</UserText>
      </p>
      <p className="text-xs text-muted">
        {token.owner && (
          <>
            <Link href={paths.person(token.owner.id)} prefetch={false} className="link">
              <UserText>{token.owner.name}</UserText>
            </Link>
            {' · '}
          </>
        )}
        acts as {ROLE_LABEL[token.role].toLowerCase()} · made{' '}
        <LocalTime at={token.createdAt.toISOString()} dayOnly /> · <ExpiresAt at={token.expiresAt} /> ·{' '}
        {token.lastUsedAt ? (
          <>
            used <RelativeTime at={token.lastUsedAt.toISOString()} />
          </>
        ) : (
          'never used'
        )}
      </p>
    </div>
    <ConfirmButton
      action={revoke}
      hidden={{ tokenId: token.id }}
      label="Revoke…"
      about={isolateText(token.name)}
      consequence={`Whatever uses ${isolateText(token.name)} is refused from now on. A revoked token cannot be brought back.`}
      confirm={`Revoke ${isolateText(token.name)}`}
      pending="Revoking…"
      size="sm"
    />
  </li>
)

/** API tokens, each with a button that revokes it. */
export const TokenList = ({
  tokens,
  revoke,
  empty,
}: {
  tokens: readonly Token[]
  revoke: FormAction
  empty: string
}) =>
  tokens.length === 0 ? (
    <p className="px-4 py-3 text-muted">{empty}</p>
  ) : (
    <ul aria-label="API tokens" className="divide-y divide-line/60">
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} revoke={revoke} />
      ))}
    </ul>
  )
