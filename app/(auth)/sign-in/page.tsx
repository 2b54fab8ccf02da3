import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '@/app/_server/identity/session'
import { SignInForm } from '@/components/console/sign-in-form'
import { isStaff } from '@/temporal/contract/people'
import { submitSignIn } from './actions'
import { nextPath } from './next-path'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false, follow: false } }

const SignInPage = async ({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) => {
  const next = nextPath((await searchParams).next)
  const actor = await currentActor()
  if (actor && isStaff(actor)) redirect(next ?? '/inbox')
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-5 px-4 py-10">
      <div className="flex flex-col items-center gap-2">
        <span
          aria-hidden
          className="grid size-9 place-items-center rounded-lg bg-accent text-lg font-semibold text-on-solid"
        >
          A
        </span>
        <h1 className="text-xl">Sign in to Action Center</h1>
      </div>
      <SignInForm action={submitSignIn} next={next} />
      <p className="text-center text-muted">
        Looking for your order?{' '}
        <a href="/order" className="link">
          Go to the shop
        </a>
      </p>
    </main>
  )
}

export default SignInPage
