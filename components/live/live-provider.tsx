'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { apiUrl } from '@/components/api/api-client'
import { isPageHidden } from '@/components/browser/page-visibility'
import { useSessionState } from '@/components/session/session-state'
import { type Coalescer, createCoalescer } from './coalesce'
import { setLatestVersion } from './latest-versions'
import { joinEventStream } from './leader-election'
import {
  type LiveStatus,
  NOT_STARTED,
  startStatus,
  statusAfterMessage,
  statusAfterSilence,
} from './live-status'
import type { LiveMessage } from './stream-messages'

/** Minimum time between two invalidations: of lists, and of an open case. */
const LIST_INTERVAL_MS = 500
const CASE_INTERVAL_MS = 250
/** The server counts at most every 2 s, so the last change needs a second count after that time. */
const COUNTS_INTERVAL_MS = 2_200
const TICK_MS = 5_000

const LiveContext = createContext<LiveStatus>(NOT_STARTED)

/** Status of the live connection of this page. */
export const useLiveStatus = (): LiveStatus => useContext(LiveContext)

interface Refetchers {
  lists: Coalescer<'lists'>
  counts: Coalescer<'now' | 'settled'>
  cases: Coalescer<string>
}

const isCaseQuery = (queryKey: readonly unknown[], ids: ReadonlySet<string>): boolean =>
  (queryKey[0] === 'case' || queryKey[0] === 'order') && ids.has(String(queryKey[1]))

const createRefetchers = (client: QueryClient): Refetchers => ({
  lists: createCoalescer(LIST_INTERVAL_MS, () => {
    client.invalidateQueries({ queryKey: ['cases'] })
  }),
  counts: createCoalescer(COUNTS_INTERVAL_MS, () => {
    client.invalidateQueries({ queryKey: ['counts'] })
  }),
  cases: createCoalescer(CASE_INTERVAL_MS, (ids) => {
    client.invalidateQueries({ predicate: ({ queryKey }) => isCaseQuery(queryKey, ids) })
  }),
})

const applyMessage = (client: QueryClient, { lists, counts, cases }: Refetchers, message: LiveMessage) => {
  if (message.kind === 'ready') {
    // Changes before this moment were missed: refetch everything.
    client.invalidateQueries()
  }
  if (message.kind === 'ended') void client.invalidateQueries({ queryKey: ['status'] })
  if (message.kind === 'case') {
    const { caseId, version } = message.change
    setLatestVersion(caseId, version)
    cases.push(caseId)
    lists.push('lists')
    counts.push('now')
    counts.push('settled')
  }
}

/**
 * Invalidates the active queries by the events of the server.
 * @param person account id; the tabs of one person share a stream
 */
export function LiveProvider({
  person,
  url = apiUrl('events', { actingAs: person }),
  children,
}: {
  person: string
  url?: string
  children: ReactNode
}) {
  const client = useQueryClient()
  const [status, setStatus] = useState<LiveStatus>(NOT_STARTED)
  const isSessionCurrent = useSessionState().kind === 'current'

  useEffect(() => {
    if (!isSessionCurrent) return
    const refetch = createRefetchers(client)
    setStatus(startStatus(Date.now()))
    const leave = joinEventStream(url, person, (message) => {
      setStatus((before) => statusAfterMessage(before, message, Date.now()))
      applyMessage(client, refetch, message)
    })
    const tick = setInterval(() => setStatus((before) => statusAfterSilence(before, Date.now())), TICK_MS)
    // A hidden tab collects changes and refetches once when it is visible again.
    const onVisibilityChange = () => {
      for (const coalescer of Object.values(refetch)) coalescer.hold(isPageHidden())
    }
    onVisibilityChange()
    document.addEventListener('visibilitychange', onVisibilityChange)
    return () => {
      document.removeEventListener('visibilitychange', onVisibilityChange)
      clearInterval(tick)
      leave()
      for (const coalescer of Object.values(refetch)) coalescer.stop()
    }
  }, [client, url, person, isSessionCurrent])

  return <LiveContext value={status}>{children}</LiveContext>
}
