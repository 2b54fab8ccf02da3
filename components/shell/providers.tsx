'use client'

import { focusManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { isRetryable } from '@/components/api/api-client'
import { isVisibilityKnown } from '@/components/browser/page-visibility'
import { CommandKeys } from '@/components/keyboard/command-keys'
import { LiveProvider } from '@/components/live/live-provider'
import { PaletteHost } from '@/components/palette/palette-host'
import { joinSession } from '@/components/session/join-session'
import type { SignedIn } from '@/components/session/session-signals'
import { Csp } from '@/components/ui/csp'
import { Toaster } from '@/components/ui/toaster'
import { useTimeZoneCookie } from './use-time-zone-cookie'
import { WaitingTitle } from './waiting-title'

/** Prevents a refetch right after the server has rendered; live events invalidate. */
const FRESH_MS = 10_000
const MAX_RETRIES = 3

const makeClient = () => {
  // React Query asks the document, which throws in such a browser.
  if (typeof document !== 'undefined' && !isVisibilityKnown()) focusManager.setFocused(true)
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < MAX_RETRIES && isRetryable(error),
      },
    },
  })
}

/**
 * Opens the session of this document before anything in it reads or writes. A document that another account had is
 * loaded again, since its memory holds what is theirs, such as a bulk run.
 */
const useOwnDocument = (viewerId: string) => {
  const [isOwn] = useState(() => joinSession(viewerId))
  useEffect(() => {
    if (!isOwn) location.reload()
  }, [isOwn])
}

/** Providers of the console: session, query client, live events, CSP nonce. */
export const Providers = ({
  viewer,
  nonce,
  zoneCookie,
  children,
}: {
  viewer: SignedIn
  nonce: string | undefined
  /** Name of the cookie that holds the time zone of the browser. */
  zoneCookie: string
  children: ReactNode
}) => {
  useOwnDocument(viewer.id)
  const [client] = useState(makeClient)
  useTimeZoneCookie(zoneCookie)
  return (
    <Csp nonce={nonce}>
      <QueryClientProvider client={client}>
        <LiveProvider person={viewer.id}>
          <CommandKeys />
          <PaletteHost />
          <WaitingTitle />
          {children}
        </LiveProvider>
        <Toaster />
      </QueryClientProvider>
    </Csp>
  )
}
