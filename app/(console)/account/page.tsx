import type { Metadata } from 'next'
import Link from 'next/link'
import { databaseRest } from '@/app/_server/resting'
import { listSessions } from '@/app/_server/verbs/account-sessions'
import { listTokens } from '@/app/_server/verbs/api-tokens'
import { PageFrame } from '@/components/console/page-frame'
import { PasswordForm } from '@/components/console/password-form'
import { ROLE_WORD } from '@/components/console/role-words'
import { SessionList } from '@/components/console/session-list'
import { TokenForm } from '@/components/console/token-form'
import { TokenList } from '@/components/console/token-list'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { tokenRolesOf } from '@/temporal/contract/people'
import { leave } from '../actions'
import { readingContext, requireStaff } from '../reading'
import { endToken, makeToken, revoke, revokeOthers, setPassword } from './actions'

export const metadata: Metadata = { title: 'Account' }

const DATABASE_MS = 4_000

const AccountPage = async () => {
  const viewer = await requireStaff('/account')
  const ctx = await readingContext()
  const [{ items }, tokens] = await databaseRest(ctx.runtime).ask(
    () => Promise.all([listSessions(ctx), listTokens(ctx, {})]),
    DATABASE_MS,
  )
  return (
    <PageFrame title="Account" intro={`${viewer.name}, ${ROLE_WORD[viewer.role].toLowerCase()}`}>
      <PasswordForm action={setPassword} />
      <SessionList sessions={items} revoke={revoke} revokeOthers={revokeOthers} />
      <Card title="Your API tokens" flush>
        <TokenList tokens={tokens.items} revoke={endToken} empty="No program acts for you." />
        <p className="border-t border-line px-4 py-3">
          <Link href="/docs/api" prefetch={false} className="text-accent-text underline underline-offset-2">
            The API
          </Link>{' '}
          does for programs what these pages do for people.
        </p>
        <TokenForm roles={tokenRolesOf(viewer.role)} action={makeToken} />
      </Card>
      <form action={leave}>
        <Button type="submit">Sign out</Button>
      </form>
    </PageFrame>
  )
}

export default AccountPage
