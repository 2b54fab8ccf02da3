import type { Metadata } from 'next'
import Link from 'next/link'
import { listSessions } from '@/app/_server/verbs/account-sessions'
import { PageFrame } from '@/components/console/page-frame'
import { PasswordForm } from '@/components/console/password-form'
import { ROLE_WORD } from '@/components/console/role-words'
import { SessionList } from '@/components/console/session-list'
import { Button } from '@/components/ui/button'
import { leave } from '../actions'
import { readingContext, requireStaff } from '../reading'
import { revoke, revokeOthers, setPassword } from './actions'

export const metadata: Metadata = { title: 'Account' }

const AccountPage = async () => {
  const viewer = await requireStaff('/account')
  const { items } = await listSessions(await readingContext())
  return (
    <PageFrame title="Account" intro={`${viewer.name}, ${ROLE_WORD[viewer.role].toLowerCase()}`}>
      <PasswordForm action={setPassword} />
      <SessionList sessions={items} revoke={revoke} revokeOthers={revokeOthers} />
      <p>
        <Link href="/docs/api" prefetch={false} className="text-accent-text underline underline-offset-2">
          The API
        </Link>{' '}
        does for programs what these pages do for people.
      </p>
      <form action={leave}>
        <Button type="submit">Sign out</Button>
      </form>
    </PageFrame>
  )
}

export default AccountPage
