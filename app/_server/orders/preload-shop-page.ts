/**
 * Reads the data of a shop page in the proxy, before the page is rendered: a page of Next.js cannot set its own status,
 * and a page without its data must not answer 200. The page takes the result by the id of its request.
 */

import { LRUCache } from 'lru-cache'
import { ERRORS } from '@/temporal/contract/errors'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import type { Context } from '../auth/context'
import { toAppError } from '../platform/http/problem'
import { getRequestId } from '../platform/http/request-id'
import { type Runtime, runtime } from '../platform/runtime'
import { limitStatusReads } from './limit-status-reads'
import { type CatalogueItem, listProducts } from './list-products'
import { requireTrackedOrderId } from './status-link'
import { trackOrder } from './track-order'

export type Lookup<T> =
  | { kind: 'found'; value: T }
  | { kind: 'unknown' }
  | { kind: 'unavailable' }
  | { kind: 'limited'; retryAfterSeconds: number }

const UNAVAILABLE = 503
/** A page takes its preload at once; what is left belongs to a request that was aborted. */
const OPTIONS = { max: 1_000, ttl: 10_000, ttlAutopurge: true }

/** Preloads by request id and resource, so that a request id alone, which clients can choose, reveals nothing. */
const getPreloads = (app: Runtime): LRUCache<string, Promise<Lookup<unknown>>> =>
  app.shared('preloads', () => new LRUCache(OPTIONS))

/** @throws errors other than "not found", "unavailable" and "too many requests" */
const toLookup = async <T>(read: Promise<T>): Promise<Lookup<T>> => {
  try {
    return { kind: 'found', value: await read }
  } catch (error) {
    const { code, details } = toAppError(error)
    if (code === 'NOT_FOUND') return { kind: 'unknown' }
    if (code === 'RATE_LIMITED')
      return { kind: 'limited', retryAfterSeconds: Number(details.retryAfterSeconds) }
    if (ERRORS[code].status === UNAVAILABLE) return { kind: 'unavailable' }
    throw error
  }
}

/** Without an actor: the status link and the catalogue need no account. */
const publicContext = (requestId: string): Context => ({
  actor: null,
  requestId,
  runtime: runtime(),
  now: new Date(),
})

interface PreloadRequest<T> {
  what: string
  read: (ctx: Context) => Promise<T>
}

const trackedOrderRequest = (token: string, headers: Headers): PreloadRequest<TrackedOrder> => ({
  what: `track ${token}`,
  read: async (ctx) => {
    await limitStatusReads(ctx, requireTrackedOrderId(ctx, token), headers)
    return trackOrder(ctx, { token })
  },
})

const CATALOGUE_REQUEST: PreloadRequest<CatalogueItem[]> = {
  what: 'catalogue',
  read: async (ctx) => (await listProducts(ctx, {})).items,
}

const readFresh = <T>(requestId: string, { read }: PreloadRequest<T>) =>
  toLookup(read(publicContext(requestId)))

const preload = <T>(requestId: string, request: PreloadRequest<T>): Promise<Lookup<T>> => {
  const lookup = readFresh(requestId, request)
  getPreloads(runtime()).set(`${requestId} ${request.what}`, lookup)
  return lookup
}

/** The preload of this request, once; afterwards a new read. */
const take = <T>(requestId: string, request: PreloadRequest<T>): Promise<Lookup<T>> => {
  const preloads = getPreloads(runtime())
  const key = `${requestId} ${request.what}`
  const lookup = preloads.get(key) as Promise<Lookup<T>> | undefined
  preloads.delete(key)
  return lookup ?? readFresh(requestId, request)
}

/** Preloads the order of a status link, or the catalogue where there is no token. @param headers of the request */
export const preloadPage = async (headers: Headers, token: string | null): Promise<Lookup<unknown>> => {
  const requestId = getRequestId(headers)
  return token === null
    ? preload(requestId, CATALOGUE_REQUEST)
    : preload(requestId, trackedOrderRequest(token, headers))
}

/** The order of a status link. Call once for each request. @param headers of the request */
export const takeTrackedOrder = (headers: Headers, token: string) =>
  take(getRequestId(headers), trackedOrderRequest(token, headers))

/** The catalogue as it is now, without the preload. */
export const readCatalogue = () => readFresh('', CATALOGUE_REQUEST)

/** The catalogue. Call once for each request. */
export const takeCatalogue = (requestId: string) => take(requestId, CATALOGUE_REQUEST)
