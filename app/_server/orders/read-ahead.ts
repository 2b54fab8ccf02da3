/**
 * What a shop page shows is read before the page is drawn: a page of Next cannot set its own status, and one that
 * cannot be read must not answer 200. The page finds the read by the id of its request.
 */

import { ERRORS } from '@/temporal/contract/errors'
import type { TrackedOrder } from '@/temporal/contract/track'
import type { Context } from '../http/context'
import { refusalOf } from '../http/problem'
import { type Runtime, runtime } from '../runtime'
import { type CatalogueItem, listProducts } from '../verbs/list-products'
import { trackOrder } from '../verbs/track-order'

type Found<T> = { kind: 'found'; value: T } | { kind: 'unknown' } | { kind: 'unavailable' }

const UNAVAILABLE = 503
/** A page that was read ahead is drawn at once, or its reader has left. */
const KEEP_MS = 10_000

/** Reads by the id of their request and what they read: an id from outside opens nothing by itself. */
const readsOf = (app: Runtime): Map<string, Promise<Found<unknown>>> =>
  app.shared('read-ahead', () => new Map())

/** @throws what is neither "not there" nor "not now" */
const find = async <T>(read: Promise<T>): Promise<Found<T>> => {
  try {
    return { kind: 'found', value: await read }
  } catch (error) {
    const { code } = refusalOf(error)
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

interface Wanted<T> {
  what: string
  read: (ctx: Context) => Promise<T>
}

const tracked = (token: string): Wanted<TrackedOrder> => ({
  what: `track ${token}`,
  read: (ctx) => trackOrder(ctx, { token }),
})

const CATALOGUE: Wanted<CatalogueItem[]> = {
  what: 'catalogue',
  read: async (ctx) => (await listProducts(ctx, {})).items,
}

const ask = <T>(requestId: string, { read }: Wanted<T>) => find(read(publicContext(requestId)))

/** Reads now, for the page of this request to take. */
const ahead = <T>(requestId: string, wanted: Wanted<T>): Promise<Found<T>> => {
  const reads = readsOf(runtime())
  const key = `${requestId} ${wanted.what}`
  const found = ask(requestId, wanted)
  reads.set(key, found)
  setTimeout(() => reads.delete(key), KEEP_MS).unref()
  return found
}

/** What was read ahead for this request, once; else reads now. */
const take = <T>(requestId: string, wanted: Wanted<T>): Promise<Found<T>> => {
  const reads = readsOf(runtime())
  const key = `${requestId} ${wanted.what}`
  const found = reads.get(key) as Promise<Found<T>> | undefined
  reads.delete(key)
  return found ?? ask(requestId, wanted)
}

/** Whether a page has anything to show: the order of a status link, or the catalogue where there is no token. */
export const lookAhead = async (requestId: string, token: string | null): Promise<Found<unknown>['kind']> =>
  (await (token === null ? ahead(requestId, CATALOGUE) : ahead(requestId, tracked(token)))).kind

/** The order of a status link. Ask once for each request. */
export const findTracked = (requestId: string, token: string) => take(requestId, tracked(token))

/** The catalogue as it is now, whatever this request has read of it before. */
export const readCatalogue = () => ask('', CATALOGUE)

/** The catalogue. Ask once for each request. */
export const findCatalogue = (requestId: string) => take(requestId, CATALOGUE)
