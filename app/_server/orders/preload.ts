/**
 * What a shop page shows is read before the page is drawn: a page of Next cannot set its own status, and one that
 * cannot be read must not answer 200. The page finds the read by the id of its request.
 */

import { ERRORS } from '@/temporal/contract/errors'
import type { TrackedOrder } from '@/temporal/contract/orders/order-tracking'
import type { Context } from '../auth/context'
import { toAppError } from '../platform/http/problem'
import { type Runtime, runtime } from '../platform/runtime'
import { type CatalogueItem, listProducts } from './list-products'
import { trackOrder } from './track-order'

type Lookup<T> = { kind: 'found'; value: T } | { kind: 'unknown' } | { kind: 'unavailable' }

const UNAVAILABLE = 503
/** A page that was read ahead is drawn at once, or its reader has left. */
const KEEP_MS = 10_000

/** Reads by the id of their request and what they read: an id from outside opens nothing by itself. */
const getPreloads = (app: Runtime): Map<string, Promise<Lookup<unknown>>> =>
  app.shared('read-ahead', () => new Map())

/** @throws what is neither "not there" nor "not now" */
const toLookup = async <T>(read: Promise<T>): Promise<Lookup<T>> => {
  try {
    return { kind: 'found', value: await read }
  } catch (error) {
    const { code } = toAppError(error)
    if (code === 'NOT_FOUND') return { kind: 'unknown' }
    if (ERRORS[code].status === UNAVAILABLE) return { kind: 'unavailable' }
    throw error
  }
}

/** As anybody: the link or the catalogue is all it takes, whoever is signed in. */
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

const trackedOrderRequest = (token: string): PreloadRequest<TrackedOrder> => ({
  what: `track ${token}`,
  read: (ctx) => trackOrder(ctx, { token }),
})

const CATALOGUE_REQUEST: PreloadRequest<CatalogueItem[]> = {
  what: 'catalogue',
  read: async (ctx) => (await listProducts(ctx, {})).items,
}

const readFresh = <T>(requestId: string, { read }: PreloadRequest<T>) =>
  toLookup(read(publicContext(requestId)))

/** Reads now, for the page of this request to take. */
const preload = <T>(requestId: string, wanted: PreloadRequest<T>): Promise<Lookup<T>> => {
  const reads = getPreloads(runtime())
  const key = `${requestId} ${wanted.what}`
  const found = readFresh(requestId, wanted)
  reads.set(key, found)
  setTimeout(() => reads.delete(key), KEEP_MS).unref()
  return found
}

/** What was read ahead for this request, once; else reads now. */
const take = <T>(requestId: string, wanted: PreloadRequest<T>): Promise<Lookup<T>> => {
  const reads = getPreloads(runtime())
  const key = `${requestId} ${wanted.what}`
  const found = reads.get(key) as Promise<Lookup<T>> | undefined
  reads.delete(key)
  return found ?? readFresh(requestId, wanted)
}

/** Whether a page has anything to show: the order of a status link, or the catalogue where there is no token. */
export const preloadPage = async (
  requestId: string,
  token: string | null,
): Promise<Lookup<unknown>['kind']> =>
  (
    await (token === null
      ? preload(requestId, CATALOGUE_REQUEST)
      : preload(requestId, trackedOrderRequest(token)))
  ).kind

/** The order of a status link. Ask once for each request. */
export const takeTrackedOrder = (requestId: string, token: string) =>
  take(requestId, trackedOrderRequest(token))

/** The catalogue as it is now, whatever this request has read of it before. */
export const readCatalogue = () => readFresh('', CATALOGUE_REQUEST)

/** The catalogue. Ask once for each request. */
export const takeCatalogue = (requestId: string) => take(requestId, CATALOGUE_REQUEST)
