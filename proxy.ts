/**
 * Runs before Next.js handles a request: refuses unknown methods, and mutations from other sites; sets request id and
 * content security policy, preloads shop pages, and sets the guest cookie.
 */

import { type NextRequest, NextResponse } from 'next/server'
import {
  createGuestCookie,
  guestCookieName,
  guestCookieOptions,
  isGuestPage,
  readGuestCookie,
} from '@/app/_server/auth/guest-cookie'
import type { Lookup } from '@/app/_server/orders/preload-shop-page'
import { createTrackTokens } from '@/app/_server/orders/status-link-token'
import { type Env, env } from '@/app/_server/platform/env'
import { getAllowedMethods } from '@/app/_server/platform/http/allowed-methods'
import { contentSecurityPolicy, createNonce } from '@/app/_server/platform/http/csp'
import { MAX_BODY_BYTES } from '@/app/_server/platform/http/input'
import { classifyOrigin, hasAuthorization, isMutation } from '@/app/_server/platform/http/origin'
import { keepOutdatedPost, OUTDATED_HEADER } from '@/app/_server/platform/http/outdated-posts'
import { problemResponse, toProblem } from '@/app/_server/platform/http/problem'
import { getRequestId } from '@/app/_server/platform/http/request-id'
import { isIndexable, isPublicFile, PRIVATE_ROBOTS } from '@/app/_server/platform/http/robots'
import { deriveKey } from '@/app/_server/platform/key-derivation'
import { AppError, type ErrorCode } from '@/temporal/contract/errors'
import * as paths from '@/temporal/contract/paths'

const TRACK_PAGE = /^\/track\/([^/]+)$/
/** Pages for customers, in the language of the browser. */
const SHOP_PAGE = /^\/(?:order|my-orders|track)?(?:\/|$)/
const RETRY_AFTER_S = 30
const HSTS = 'max-age=63072000; includeSubDomains'

/** The response to OPTIONS, and to a method that the address does not take; null for the others. */
const answerMethod = ({ method, nextUrl }: NextRequest, requestId: string): Response | null => {
  const allowed = getAllowedMethods(nextUrl.pathname)
  const headers = { Allow: allowed.join(', ') }
  if (!allowed.includes(method))
    return problemResponse(toProblem(new AppError('METHOD_NOT_ALLOWED'), requestId), headers)
  return method === 'OPTIONS'
    ? new Response(null, { status: 204, headers: { ...headers, 'X-Request-Id': requestId } })
    : null
}

/** The reason to refuse a request, or null. Bodies without Content-Length are measured while they are read. */
const getRejection = ({ method, headers }: NextRequest, { appUrl }: Env): ErrorCode | null => {
  if (!isMutation(method)) return null
  if (!hasAuthorization(headers) && classifyOrigin(headers, appUrl) === 'foreign') return 'FOREIGN_ORIGIN'
  return Number(headers.get('content-length') ?? 0) > MAX_BODY_BYTES ? 'BODY_TOO_LARGE' : null
}

const giveGuestCookie = (request: NextRequest, response: NextResponse, { appUrl, authSecret }: Env): void => {
  if (!['GET', 'POST'].includes(request.method) || !isGuestPage(request.nextUrl.pathname)) return
  const isSecure = appUrl.startsWith('https:')
  const name = guestCookieName(isSecure)
  const key = deriveKey(authSecret, 'guest')
  if (readGuestCookie(key, request.cookies.get(name)?.value) !== null) return
  response.cookies.set(name, createGuestCookie(key), guestCookieOptions(isSecure))
}

/** Request headers for the app, and the content security policy of the response. */
const prepare = (request: NextRequest, requestId: string, { isProduction, appUrl }: Env) => {
  const { pathname } = request.nextUrl
  const nonce = createNonce()
  const policy = contentSecurityPolicy(nonce, !isProduction)
  const headers = new Headers(request.headers)
  headers.delete(OUTDATED_HEADER)
  headers.set('x-nonce', nonce)
  headers.set('x-request-id', requestId)
  headers.set('content-security-policy', policy)
  headers.set('x-audience', SHOP_PAGE.test(pathname) ? 'shop' : 'staff')
  // Next.js compares the Origin of an action with this header. Origin was compared with APP_URL already, so the Host
  // that a proxy sends does not matter.
  if (classifyOrigin(headers, appUrl) === 'own')
    headers.set('x-forwarded-host', new URL(headers.get('origin') ?? '').host)
  return { headers, policy }
}

/** Forged status links are rewritten to a path without a page, since notFound() inside a page renders no HTML. */
const isForgedStatusLink = (pathname: string, { trackKeys }: Env): boolean => {
  const token = TRACK_PAGE.exec(pathname)?.[1]
  return token !== undefined && createTrackTokens(trackKeys).verify(token) === null
}

/** Status of the page for invalid invitations: 410 once used or expired, 404 otherwise. */
const getPageStatus = ({ pathname, searchParams }: NextRequest['nextUrl']): number => {
  if (pathname !== paths.invitationRefused()) return 200
  return ['used', 'ended'].includes(searchParams.get('why') ?? '') ? 410 : 404
}

/** True for navigations. Fetches by script keep the page that is shown. */
const isDocument = ({ method, headers }: NextRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && headers.get('sec-fetch-dest') !== 'empty'

type Outcome = Exclude<Lookup<null>, { kind: 'found' }> | { kind: 'found' }

/** Preloads the data of a shop page; the page takes the result. */
const preload = async (request: NextRequest, headers: Headers, settings: Env): Promise<Outcome> => {
  const { pathname } = request.nextUrl
  if (isForgedStatusLink(pathname, settings)) return { kind: 'unknown' }
  const token = TRACK_PAGE.exec(pathname)?.[1]
  if (!isDocument(request) || (token === undefined && pathname !== paths.order())) return { kind: 'found' }
  // Imported here, since no other request needs the code that reads orders.
  const { preloadPage } = await import('@/app/_server/orders/preload-shop-page')
  // The page gets the same error and handles it.
  return preloadPage(headers, token ?? null).catch(() => ({ kind: 'found' }))
}

/**
 * The response to a form of an older build: the order form again, or a page that shows what was typed. For Next.js the
 * request is no longer one of an action. It is not rewritten: with a host name of its own Next.js would send a rewrite
 * to itself, through this proxy and without the header.
 */
const forwardOutdated = (headers: Headers, post: string): NextResponse => {
  headers.set(OUTDATED_HEADER, post)
  headers.set('content-type', 'application/x-www-form-urlencoded')
  return NextResponse.next({ request: { headers }, status: 409 })
}

/** The response that continues to the page, with the status that a page cannot set itself. */
const forward = (request: NextRequest, headers: Headers, outcome: Outcome): NextResponse => {
  if (outcome.kind === 'unknown')
    return NextResponse.rewrite(new URL('/not-found', request.url), { request: { headers } })
  if (outcome.kind === 'found')
    return NextResponse.next({ request: { headers }, status: getPageStatus(request.nextUrl) })
  const [status, retryAfterSeconds] =
    outcome.kind === 'limited' ? [429, outcome.retryAfterSeconds] : [503, RETRY_AFTER_S]
  const response = NextResponse.next({ request: { headers }, status })
  response.headers.set('Retry-After', String(retryAfterSeconds))
  return response
}

const respond = async (request: NextRequest): Promise<Response> => {
  const settings = env()
  const requestId = getRequestId(request.headers)
  const answer = answerMethod(request, requestId)
  if (answer) return answer
  const rejection = getRejection(request, settings)
  if (rejection) return problemResponse(toProblem(new AppError(rejection), requestId))
  const { headers, policy } = prepare(request, requestId, settings)
  const outdated = await keepOutdatedPost(request)
  const response = outdated
    ? forwardOutdated(headers, outdated)
    : forward(request, headers, await preload(request, headers, settings))
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('X-Request-Id', requestId)
  if (settings.appUrl.startsWith('https:')) response.headers.set('Strict-Transport-Security', HSTS)
  if (!isPublicFile(request.nextUrl.pathname)) response.headers.set('Cache-Control', 'no-store')
  giveGuestCookie(request, response, settings)
  return response
}

export const proxy = async (request: NextRequest): Promise<Response> => {
  const response = await respond(request)
  if (!isIndexable(request.nextUrl)) response.headers.set('X-Robots-Tag', PRIVATE_ROBOTS)
  return response
}

export const config = { matcher: ['/((?!_next/static/).*)'] }
