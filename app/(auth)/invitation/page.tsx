import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/link-button'
import * as paths from '@/temporal/contract/paths'
import { AuthFrame } from '../auth-frame'

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

interface Props {
  searchParams: Promise<Record<string, unknown>>
}

const endedFor = async ({ searchParams }: Props) => {
  const { why } = await searchParams
  return ENDED[why === 'used' || why === 'ended' ? why : 'unknown']
}

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: (await endedFor(props)).title,
})

/** Page of an invitation that is used, expired or unknown. A page cannot set its status: proxy.ts does. */
const EndedInvitationPage = async (props: Props) => {
  const { title, what } = await endedFor(props)
  return (
    <AuthFrame title={title} intro={what}>
      <p className="text-center">
        <LinkButton href={paths.signIn()} prefetch={false}>
          Sign in
        </LinkButton>
      </p>
    </AuthFrame>
  )
}

export default EndedInvitationPage
