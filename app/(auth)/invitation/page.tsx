import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/link-button'
import { AuthFrame } from '../auth-frame'

export const metadata: Metadata = { title: 'Invitation', robots: { index: false, follow: false } }

const ENDED = {
  used: {
    title: 'This invitation was used',
    what: 'An invitation works once. If it was you, sign in with the password that you chose.',
  },
  ended: {
    title: 'This invitation has ended',
    what: 'Ask whoever invited you for a new link.',
  },
  unknown: {
    title: 'This invitation does not work',
    what: 'The link may be cut off, or a newer one replaced it. Open the newest one whole, or ask whoever invited you.',
  },
} as const

/** Where a link leads that is not open. A page cannot choose its status: proxy.ts does. */
const EndedInvitationPage = async ({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) => {
  const { why } = await searchParams
  const { title, what } = ENDED[why === 'used' || why === 'ended' ? why : 'unknown']
  return (
    <AuthFrame title={title} intro={what}>
      <p className="text-center">
        <LinkButton href="/sign-in" prefetch={false}>
          Sign in
        </LinkButton>
      </p>
    </AuthFrame>
  )
}

export default EndedInvitationPage
