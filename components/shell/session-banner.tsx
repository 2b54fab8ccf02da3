'use client'

import type { SessionState } from '@/components/session/session-state'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-style'
import * as paths from '@/temporal/contract/paths'

type Foreign = Exclude<SessionState, { kind: 'current' }>

const signInHref = () => paths.signIn({ next: location.pathname + location.search })

/** Says that the session is not the one of this page any more, and the way on. */
const SessionBanner = ({ session }: { session: Foreign }) =>
  session.kind === 'ended' ? (
    <Banner
      tone="bad"
      title="You have been signed out"
      action={
        // Not a link of the router: whoever signs in gets a document of their own.
        <a href={signInHref()} className={buttonClass('primary', 'sm')}>
          Sign in again
        </a>
      }
    >
      Nothing more is sent or read. What you typed stays here; sign in in another tab, and this page goes on.
    </Banner>
  ) : (
    <Banner
      tone="bad"
      title={`You are signed in as ${session.name} now`}
      action={
        <Button size="sm" variant="primary" onClick={() => location.reload()}>
          Reload
        </Button>
      }
    >
      This page was drawn for somebody else, so nothing is sent from it. What you typed stays until you
      reload.
    </Banner>
  )

export default SessionBanner
