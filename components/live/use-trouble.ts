'use client'

import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { getJson, isPassing, problemFrom } from '@/components/case/api'
import type { SystemStatus } from '@/temporal/contract/system-status'
import { useLiveStatus } from './live-provider'
import { type Trouble, troublesOf } from './part-words'

const CALM_MS = 10_000
const TROUBLED_MS = 3_000
/** The server asks its parts for 2.5 s at most: what takes longer is its own silence. */
const ANSWER_MS = 5_000
/** How often a page that is not told of changes asks for them. */
const POLL_MS = 4_000
const FOLLOWED = ['cases', 'counts', 'case', 'order']

const statusQuery = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: ({ signal }) => getJson<SystemStatus>('/api/v1/status', signal, ANSWER_MS),
    retry: false,
    staleTime: 0,
    refetchInterval: ({ state: { data, error } }) =>
      error || Object.keys(data?.down ?? {}).length > 0 ? TROUBLED_MS : CALM_MS,
  })

/** Asks how the parts are doing as soon as any other answer fails for a reason that may pass. */
const useAskAfterFailures = () => {
  const client = useQueryClient()
  useEffect(() => {
    const ask = (key: unknown, error: unknown) => {
      if (key !== 'status' && error && isPassing(error)) void client.invalidateQueries(statusQuery())
    }
    const leave = [
      client.getQueryCache().subscribe(({ query, type }) => {
        if (type === 'updated') ask(query.queryKey[0], query.state.error ?? query.state.fetchFailureReason)
      }),
      client.getMutationCache().subscribe(({ mutation, type }) => {
        if (type === 'updated') ask(null, mutation?.state.error)
      }),
    ]
    return () => {
      for (const each of leave) each()
    }
  }, [client])
}

const readAgain = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => FOLLOWED.includes(String(queryKey[0])) })

/** Reads lists and open cases again once a trouble is over: what is shown may be a makeshift. */
const useReadAfter = (troubles: readonly Trouble[]) => {
  const client = useQueryClient()
  const before = useRef(troubles)
  useEffect(() => {
    const isOver = before.current.some((one) => !troubles.includes(one))
    before.current = troubles
    if (isOver) void readAgain(client)
  }, [client, troubles])
}

/** Reads lists and open cases again and again while nothing tells of changes, or of the end of an outage. */
const usePolling = (isNeeded: boolean) => {
  const client = useQueryClient()
  useEffect(() => {
    if (!isNeeded) return
    const timer = setInterval(() => {
      if (!document.hidden) void readAgain(client)
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [client, isNeeded])
}

/** What is wrong right now, the worst first, and since when. Asks sooner while something is. */
export const useTroubles = (): { troubles: Trouble[]; since: Partial<Record<Trouble, string>> } => {
  const { data, error } = useQuery(statusQuery())
  const { state } = useLiveStatus()
  useAskAfterFailures()
  const isServerLost = problemFrom(error)?.status === 0
  const troubles = troublesOf(data?.down ?? {}, { isServerLost, isStreamLost: state === 'stale' })
  useReadAfter(troubles)
  usePolling(troubles.length > 0 && !isServerLost)
  const down = data?.down ?? {}
  const stores = [down.temporal, down.database].sort().at(-1)
  return { troubles, since: { ...down, ...(stores && { stores }) } }
}
