/**
 * What every request passes before Next sees it: the refusal of other sites' changes, the id of the request, the
 * policy of a page, and the cookie that names a guest.
 */

import { type NextRequest, NextResponse } from 'next/server'
import {
  createGuestCookie,
  guestCookieName,
  guestCookieOptions,
  isGuestPage,
  readGuestCookie,
} from '@/app/_server/auth/guest-cookie'
import { createTrackTokens } from '@/app/_server/orders/track-token'
import { type Env, env } from '@/app/_server/platform/env'
import { contentSecurityPolicy, createNonce } from '@/app/_server/platform/http/csp'
import { MAX_BODY_BYTES } from '@/app/_server/platform/http/input'
import { classifyOrigin, hasAuthorization, isMutation } from '@/app/_server/platform/http/origin'
import { problemResponse, toProblem } from '@/app/_server/platform/http/problem'
import { getRequestId } from '@/app/_server/platform/http/request-id'
import { deriveKey } from '@/app/_server/platform/key-derivation'
import { AppError, type ErrorCode } from '@/temporal/contract/errors'
import { paths } from '@/temporal/contract/paths'

const TRACK_PAGE = /^\/track\/([^/]+)$/
/** Pages for customers, which speak the language of the browser. */
const SHOP_PAGE = /^\/(?:order|my-orders|track)?(?:\/|$)/
const RETRY_AFTER_S = '30'
const HSTS = 'max-age=63072000; includeSubDomains'
/** Files of `public/`, which anybody may see and keep. */
const PUBLIC_FILE = /^\/(?!api\/)[^?]*\.(?:ico|png|svg|webp|woff2|txt|webmanifest)$/

/** Why a request goes no further, or null. Bodies that name no length are counted where they are read. */
const getRejection = ({ method, headers }: NextRequest, { appUrl }: Env): ErrorCode | null => {
  if (!isMutation(method)) return null
  if (!hasAuthorization(headers) && classifyOrigin(headers, appUrl) === 'foreign') return 'FOREIGN_ORIGIN'
  return Number(headers.get('content-length') ?? 0) > MAX_BODY_BYTES ? 'BODY_TOO_LARGE' : null
}

const giveGuestCookie = (request: NextRequest, response: NextResponse, { appUrl, authSecret }: Env): void => {
  if (request.method !== 'GET' || !isGuestPage(request.nextUrl.pathname)) return
  const isSecure = appUrl.startsWith('https:')
  const name = guestCookieName(isSecure)
  const key = deriveKey(authSecret, 'guest')
  if (readGuestCookie(key, request.cookies.get(name)?.value) !== null) return
  response.cookies.set(name, createGuestCookie(key), guestCookieOptions(isSecure))
}

/** Headers of the request as the app sees it, and the policy that goes with them. */
const prepare = (request: NextRequest, requestId: string, { isProduction, appUrl }: Env) => {
  const { pathname } = request.nextUrl
  const nonce = createNonce()
  const policy = contentSecurityPolicy(nonce, !isProduction)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-request-id', requestId)
  headers.set('content-security-policy', policy)
  headers.set('x-audience', SHOP_PAGE.test(pathname) ? 'shop' : 'staff')
  // Next compares an action's Origin with this header; ours was compared with APP_URL, whatever Host a proxy sends.
  if (classifyOrigin(headers, appUrl) === 'own')
    headers.set('x-forwarded-host', new URL(headers.get('origin') ?? '').host)
  return { headers, policy }
}

/** A status link that we did not make goes where no page is: notFound() inside a page has no HTML of its own. */
const isForgedStatusLink = (pathname: string, { trackKeys }: Env): boolean => {
  const token = TRACK_PAGE.exec(pathname)?.[1]
  return token !== undefined && createTrackTokens(trackKeys).verify(token) === null
}

/** The page of an invitation that leads to nothing: gone, or never there. */
const getPageStatus = ({ pathname, searchParams }: NextRequest['nextUrl']): number => {
  if (pathname !== paths.invitationRefused()) return 200
  return ['used', 'ended'].includes(searchParams.get('why') ?? '') ? 410 : 404
}

/** Pages of the shop that are asked for as documents; what a page asks for by script keeps what it shows. */
const isDocument = ({ method, headers }: NextRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && headers.get('sec-fetch-dest') !== 'empty'

type PreloadOutcome = 'found' | 'unknown' | 'unavailable'

/** Whether a shop page has anything to show; the page finds what was read here. */
const preload = async (request: NextRequest, requestId: string, settings: Env): Promise<PreloadOutcome> => {
  const { pathname } = request.nextUrl
  if (isForgedStatusLink(pathname, settings)) return 'unknown'
  const token = TRACK_PAGE.exec(pathname)?.[1]
  if (!isDocument(request) || (token === undefined && pathname !== paths.order())) return 'found'
  // Only here: what reads orders is not needed for anything else that passes.
  const { preloadPage: lookAhead } = await import('@/app/_server/orders/preload')
  // The page meets the same error, and answers for it.
  return lookAhead(requestId, token ?? null).catch(() => 'found')
}

/** The way to the page, with the status that it cannot set itself. */
const forward = (request: NextRequest, headers: Headers, readable: PreloadOutcome): NextResponse => {
  if (readable === 'unknown')
    return NextResponse.rewrite(new URL('/not-found', request.url), { request: { headers } })
  if (readable === 'found')
    return NextResponse.next({ request: { headers }, status: getPageStatus(request.nextUrl) })
  const response = NextResponse.next({ request: { headers }, status: 503 })
  response.headers.set('Retry-After', RETRY_AFTER_S)
  return response
}

export const proxy = async (request: NextRequest): Promise<Response> => {
  const settings = env()
  const requestId = getRequestId(request.headers)
  const refused = getRejection(request, settings)
  if (refused) return problemResponse(toProblem(new AppError(refused), requestId))
  const { headers, policy } = prepare(request, requestId, settings)
  const response = forward(request, headers, await preload(request, requestId, settings))
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('X-Request-Id', requestId)
  if (settings.appUrl.startsWith('https:')) response.headers.set('Strict-Transport-Security', HSTS)
  if (!PUBLIC_FILE.test(request.nextUrl.pathname)) response.headers.set('Cache-Control', 'no-store')
  giveGuestCookie(request, response, settings)
  return response
}

export const config = { matcher: ['/((?!_next/static/).*)'] }
