'use client'

import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { callApi, isRetryable, toProblem } from '@/components/api/api-client'
import { isPageHidden } from '@/components/browser/page-visibility'
import { useLiveStatus } from './live-provider'
import { getOutages, type Outage } from './outage-messages'

const HEALTHY_INTERVAL_MS = 10_000
const OUTAGE_INTERVAL_MS = 3_000
/** The server checks its dependencies for at most 2.5 s; a later response means that the server itself is away. */
const STATUS_TIMEOUT_MS = 5_000
/** Polling interval of a page without live events. */
const POLL_MS = 4_000
const POLLED_KEYS = ['cases', 'counts', 'case', 'order']

const statusQuery = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: ({ signal }) => callApi('readStatus', {}, { signal, timeoutMs: STATUS_TIMEOUT_MS }),
    retry: false,
    staleTime: 0,
    refetchInterval: ({ state: { data, error } }) =>
      error || Object.keys(data?.down ?? {}).length > 0 ? OUTAGE_INTERVAL_MS : HEALTHY_INTERVAL_MS,
  })

/** Reads the status as soon as another request fails for a reason that may pass. */
const useStatusCheckOnError = () => {
  const client = useQueryClient()
  useEffect(() => {
    const checkStatus = (key: unknown, error: unknown) => {
      if (key !== 'status' && error && isRetryable(error)) void client.invalidateQueries(statusQuery())
    }
    const unsubscribe = [
      client.getQueryCache().subscribe(({ query, type }) => {
        if (type === 'updated')
          checkStatus(query.queryKey[0], query.state.error ?? query.state.fetchFailureReason)
      }),
      client.getMutationCache().subscribe(({ mutation, type }) => {
        if (type === 'updated') checkStatus(null, mutation?.state.error)
      }),
    ]
    return () => {
      for (const each of unsubscribe) each()
    }
  }, [client])
}

const invalidateLiveQueries = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => POLLED_KEYS.includes(String(queryKey[0])) })

/** Reads lists and open cases again after an outage: they may come from a fallback. */
const useRefetchAfterOutage = (outages: readonly Outage[]) => {
  const client = useQueryClient()
  const before = useRef(outages)
  useEffect(() => {
    const isOver = before.current.some((one) => !outages.includes(one))
    before.current = outages
    if (isOver) void invalidateLiveQueries(client)
  }, [client, outages])
}

/** Polls lists and open cases while no event reports changes, or the end of an outage. */
const usePolling = (isNeeded: boolean) => {
  const client = useQueryClient()
  useEffect(() => {
    if (!isNeeded) return
    const timer = setInterval(() => {
      if (!isPageHidden()) void invalidateLiveQueries(client)
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [client, isNeeded])
}

/** The outages right now, the worst first, and since when. Polls faster during an outage. */
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
