import type { Metadata } from 'next'
import Link from 'next/link'
import { listSessions } from '@/app/_server/auth/list-sessions'
import { listApiTokens } from '@/app/_server/people/list-api-tokens'
import { databaseBreaker } from '@/app/_server/platform/resilience/dependency-breakers'
import { signOutAndRedirect } from '@/app/sign-out'
import { PasswordForm } from '@/components/account/password-form'
import { SessionList } from '@/components/account/session-list'
import { TimeZoneForm } from '@/components/account/time-zone-form'
import { TokenForm } from '@/components/account/token-form'
import { TokenList } from '@/components/account/token-list'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ActionForm } from '@/components/ui/form/action-form'
import { PageFrame } from '@/components/ui/page-frame'
import { ROLE_LABEL } from '@/components/ui/role-labels'
import * as paths from '@/temporal/contract/paths'
import { getAllowedTokenRoles } from '@/temporal/contract/people/people'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { actingAs } from '../_lib/acting-as'
import { getRequestContext, requireStaff } from '../_lib/request-context'
import * as pageActions from './actions'

export const metadata: Metadata = { title: 'Account' }

const DATABASE_MS = 4_000
const TIME_ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')]

const AccountPage = async () => {
  const viewer = await requireStaff(paths.account())
  const ctx = await getRequestContext()
  const actions = actingAs(viewer, pageActions)
  const [{ items }, tokens] = await databaseBreaker(ctx.runtime).execute(
    () => Promise.all([listSessions(ctx), listApiTokens(ctx, {})]),
    DATABASE_MS,
  )
  return (
    <PageFrame
      title="Account"
      intro={`${isolateText(viewer.name)}, ${ROLE_LABEL[viewer.role].toLowerCase()}`}
    >
      <TimeZoneForm zone={viewer.timeZone ?? ''} zones={TIME_ZONES} action={actions.setZone} />
      <PasswordForm action={actions.setPassword} />
      <SessionList sessions={items} revoke={actions.revoke} revokeOthers={actions.revokeOthers} />
      <Card title="Your API tokens" flush>
        <TokenList tokens={tokens.items} revoke={actions.endToken} empty="No program acts for you." />
        <p className="border-t border-line px-4 py-3">
          <Link
            href={paths.apiReference()}
            prefetch={false}
            className="text-accent-text underline underline-offset-2"
          >
            The API
          </Link>{' '}
          does for programs what these pages do for people.
        </p>
        <TokenForm roles={getAllowedTokenRoles(viewer.role)} action={actions.makeToken} />
      </Card>
      <ActionForm
        action={signOutAndRedirect.bind(null, viewer.id)}
        failed="The server did not answer. You may still be signed in."
      >
        <Button type="submit">Sign out</Button>
      </ActionForm>
    </PageFrame>
  )
}

export default AccountPage
