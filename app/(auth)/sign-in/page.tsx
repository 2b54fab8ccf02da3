import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '@/app/_server/auth/current-actor'
import { SignInForm } from '@/components/account/sign-in-form'
import { SignInWatch } from '@/components/account/sign-in-watch'
import { isSignedIn, isStaff } from '@/temporal/contract/auth/actor'
import * as paths from '@/temporal/contract/paths'
import { AuthFrame } from '../auth-frame'
import { submitSignIn } from './actions'
import { nextPath } from './next-path'

export const metadata: Metadata = { title: 'Sign in' }

const SignInPage = async ({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) => {
  const { next: wanted, set, out } = await searchParams
  const next = nextPath(wanted)
  const actor = await currentActor()
  if (actor && isStaff(actor)) redirect(next ?? paths.inbox())
  if (actor && isSignedIn(actor)) redirect(paths.myOrders())
  return (
    <AuthFrame title="Sign in" intro={set ? 'Your password is set. Sign in with it.' : undefined}>
      <SignInWatch isSignedOut={out !== undefined} />
      <SignInForm action={submitSignIn} next={next} />
      <div className="text-center text-muted">
        <p className="font-medium text-ink">Looking for your order?</p>
        <p>
          The message that confirmed it has a link to its page. What was ordered in this browser is under{' '}
          <a href={paths.myOrders()} className="link">
            Your orders
          </a>
          .
        </p>
      </div>
    </AuthFrame>
  )
}

export default SignInPage
