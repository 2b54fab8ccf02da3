'use client'

import { useQueryClient } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useLiveStatus } from '@/components/live/live-provider'
import { announceSession, type SignedIn, subscribeToSession } from '@/components/session/session-signals'
import { isSessionCurrent, useSessionState } from '@/components/session/session-state'

const SessionBanner = lazy(() => import('./session-banner'))

/**
 * Asks the server whose session this is when another tab was signed in or out, the page changed or the stream broke,
 * and shows it where it is not the viewer's. Once it is again, everything is read anew.
 */
export const SessionWatch = ({ id, name }: SignedIn) => {
  const client = useQueryClient()
  const path = usePathname()
  const { state: liveState } = useLiveStatus()
  const session = useSessionState()
  const isStreamBroken = liveState === 'reconnecting'
  const isFirst = useRef(true)

  useEffect(() => {
    announceSession({ id, name })
  }, [id, name])
  useEffect(
    () =>
      subscribeToSession((account) => {
        if (account?.id !== id || !isSessionCurrent()) void client.invalidateQueries({ queryKey: ['status'] })
      }),
    [client, id],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when one of them has changed
  useEffect(() => {
    if (isFirst.current) isFirst.current = false
    else void client.invalidateQueries({ queryKey: ['status'] })
  }, [client, path, isStreamBroken])

  if (session.kind === 'current') return null
  return (
    <Suspense>
      <SessionBanner session={session} />
    </Suspense>
  )
}
