'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { isRetryable } from '@/components/api/api-client'
import { CommandKeys } from '@/components/keyboard/command-keys'
import { LiveProvider } from '@/components/live/live-provider'
import { PaletteHost } from '@/components/palette/palette-host'
import { Csp } from '@/components/ui/csp'
import { Toaster } from '@/components/ui/toaster'
import { useTimeZoneCookie } from './use-time-zone-cookie'
import { WaitingTitle } from './waiting-title'

/** Prevents a refetch right after the server has rendered; live events invalidate. */
const FRESH_MS = 10_000
const MAX_RETRIES = 3

const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < MAX_RETRIES && isRetryable(error),
      },
    },
  })

/** Providers of the console: query client, live events, CSP nonce. */
export const Providers = ({
  person,
  nonce,
  zoneCookie,
  children,
}: {
  /** Account id. */
  person: string
  nonce: string | undefined
  /** Name of the cookie that holds the time zone of the browser. */
  zoneCookie: string
  children: ReactNode
}) => {
  const [client] = useState(makeClient)
  useTimeZoneCookie(zoneCookie)
  return (
    <Csp nonce={nonce}>
      <QueryClientProvider client={client}>
        <LiveProvider person={person}>
          <CommandKeys />
          <PaletteHost person={person} />
          <WaitingTitle />
          {children}
        </LiveProvider>
        <Toaster />
      </QueryClientProvider>
    </Csp>
  )
}
