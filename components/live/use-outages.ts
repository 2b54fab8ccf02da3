'use client'

import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { getJson, isRetryable, toProblem } from '@/components/live/api-client'
import type { SystemStatus } from '@/temporal/contract/system-status'
import { useLiveStatus } from './live-provider'
import { getOutages, type Outage } from './outage-messages'

const HEALTHY_INTERVAL_MS = 10_000
const OUTAGE_INTERVAL_MS = 3_000
/** The server asks its parts for 2.5 s at most: what takes longer is its own silence. */
const STATUS_TIMEOUT_MS = 5_000
/** How often a page that is not told of changes asks for them. */
const POLL_MS = 4_000
const POLLED_KEYS = ['cases', 'counts', 'case', 'order']

const statusQuery = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: ({ signal }) => getJson<SystemStatus>('/api/v1/status', signal, STATUS_TIMEOUT_MS),
    retry: false,
    staleTime: 0,
    refetchInterval: ({ state: { data, error } }) =>
      error || Object.keys(data?.down ?? {}).length > 0 ? OUTAGE_INTERVAL_MS : HEALTHY_INTERVAL_MS,
  })

/** Asks how the parts are doing as soon as any other answer fails for a reason that may pass. */
const useStatusCheckOnError = () => {
  const client = useQueryClient()
  useEffect(() => {
    const checkStatus = (key: unknown, error: unknown) => {
      if (key !== 'status' && error && isRetryable(error)) void client.invalidateQueries(statusQuery())
    }
    const leave = [
      client.getQueryCache().subscribe(({ query, type }) => {
        if (type === 'updated')
          checkStatus(query.queryKey[0], query.state.error ?? query.state.fetchFailureReason)
      }),
      client.getMutationCache().subscribe(({ mutation, type }) => {
        if (type === 'updated') checkStatus(null, mutation?.state.error)
      }),
    ]
    return () => {
      for (const each of leave) each()
    }
  }, [client])
}

const invalidateLiveQueries = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => POLLED_KEYS.includes(String(queryKey[0])) })

/** Reads lists and open cases again once a trouble is over: what is shown may be a makeshift. */
const useRefetchAfterOutage = (outages: readonly Outage[]) => {
  const client = useQueryClient()
  const before = useRef(outages)
  useEffect(() => {
    const isOver = before.current.some((one) => !outages.includes(one))
    before.current = outages
    if (isOver) void invalidateLiveQueries(client)
  }, [client, outages])
}

/** Reads lists and open cases again and again while nothing tells of changes, or of the end of an outage. */
const usePolling = (isNeeded: boolean) => {
  const client = useQueryClient()
  useEffect(() => {
    if (!isNeeded) return
    const timer = setInterval(() => {
      if (!document.hidden) void invalidateLiveQueries(client)
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [client, isNeeded])
}

/** What is wrong right now, the worst first, and since when. Asks sooner while something is. */
export const useOutages = (): { outages: Outage[]; since: Partial<Record<Outage, string>> } => {
  const { data, error } = useQuery(statusQuery())
  const { state } = useLiveStatus()
  useStatusCheckOnError()
  const isServerLost = toProblem(error)?.status === 0
  const outages = getOutages(data?.down ?? {}, { isServerLost, isStreamLost: state === 'stale' })
  useRefetchAfterOutage(outages)
  usePolling(outages.length > 0 && !isServerLost)
  const down = data?.down ?? {}
  const stores = [down.temporal, down.database].sort().at(-1)
  return { outages, since: { ...down, ...(stores && { stores }) } }
}
