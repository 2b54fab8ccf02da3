/** Signed cookie that identifies customers without an account, so that they keep their orders across visits. */

import { randomBytes } from 'node:crypto'
import * as paths from '@/temporal/contract/paths'
import { sign, verifySignature } from '../platform/key-derivation'

const ID_BYTES = 16
const MAX_AGE_S = 365 * 24 * 60 * 60
const COOKIE_VALUE = /^([\w-]{22})\.([\w-]{43})$/

/** Pages where a guest can order; a GET request for one sets the cookie. */
export const isGuestPage = (pathname: string): boolean =>
  pathname === paths.home() || pathname === paths.order() || pathname.startsWith(`${paths.order()}/`)

/** With TLS the prefix `__Host-` makes browsers refuse the cookie from a sub-domain or without `Secure`. */
export const guestCookieName = (isSecure: boolean): string => (isSecure ? '__Host-ac_guest' : 'ac_guest')

/** The cookie value of a new guest. */
export const createGuestCookie = (key: Buffer): string => {
  const id = randomBytes(ID_BYTES).toString('base64url')
  return `${id}.${sign(key, id)}`
}

/** The guest's id, or null for a missing or forged cookie. */
export const readGuestCookie = (key: Buffer, value: string | undefined): string | null => {
  const [, id = '', mac = ''] = COOKIE_VALUE.exec(value ?? '') ?? []
  return id !== '' && verifySignature(key, id, mac) ? id : null
}

export const guestCookieOptions = (isSecure: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', maxAge: MAX_AGE_S }) as const
