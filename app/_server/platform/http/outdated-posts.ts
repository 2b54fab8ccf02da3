/**
 * Forms that were posted without JavaScript from a page of an older build, whose action this build does not have.
 * Next.js answers them with three bare words, and everything that was typed is gone: the proxy keeps it for the page
 * that answers instead.
 */

import { randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { NextRequest } from 'next/server'
import { type Runtime, runtime } from '../runtime'
import { classifyOrigin } from './origin'
import { getPostedActionId, readActionIds } from './posted-action'

export interface OutdatedPost {
  pathname: string
  /** Submitted fields in their order, without those of Next.js and without passwords. */
  fields: [name: string, value: string][]
}

/** Request header that names the post for the page. The proxy removes it from every request of a client. */
export const OUTDATED_HEADER = 'x-outdated-post'
/** Longer than a page renders. */
const OPTIONS = {
  max: 100,
  /** In characters. */
  maxSize: 4_000_000,
  sizeCalculation: ({ fields }: OutdatedPost) => JSON.stringify(fields).length,
  ttl: 10_000,
  ttlAutopurge: true,
}
const HIDDEN = /^\$|password/i

const getPosts = (app: Runtime): LRUCache<string, OutdatedPost> =>
  app.shared('outdated-posts', () => new LRUCache(OPTIONS))

/** Null in development, where actions are compiled on demand. */
const getActionIds = (app: Runtime): ReadonlySet<string> | null =>
  app.env.isProduction ? app.shared('action-ids', () => readActionIds(process.cwd(), app.env.distDir)) : null

/** True for a form that the browser posts itself; a form of another site is left to Next.js, which refuses it. */
const isNativeForm = ({ method, headers }: NextRequest, appUrl: string): boolean =>
  method === 'POST' &&
  !headers.has('next-action') &&
  headers.get('content-type')?.startsWith('multipart/form-data') === true &&
  classifyOrigin(headers, appUrl) === 'own'

/** Keeps a post whose action this build does not have. @returns the value of the header for the page, or null */
export const keepOutdatedPost = async (request: NextRequest): Promise<string | null> => {
  const app = runtime()
  if (!isNativeForm(request, app.env.appUrl)) return null
  const known = getActionIds(app)
  const form =
    known &&
    (await request
      .clone()
      .formData()
      .catch(() => null))
  const id = form && getPostedActionId(form)
  if (!form || id === null || known.has(id)) return null
  const key = randomUUID()
  const fields = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !HIDDEN.test(name) ? [[name, value]] : [],
  )
  getPosts(app).set(key, { pathname: request.nextUrl.pathname, fields })
  return key
}

/** The post that the proxy kept for this request; null for any other request. */
export const readOutdatedPost = (headers: Pick<Headers, 'get'>): OutdatedPost | null =>
  getPosts(runtime()).get(headers.get(OUTDATED_HEADER) ?? '') ?? null
