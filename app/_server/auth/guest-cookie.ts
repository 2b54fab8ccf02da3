/** Customers without an account: a signed cookie names them, so that an order's key and owner survive a reload. */

import { randomBytes } from 'node:crypto'
import { paths } from '@/temporal/contract/paths'
import { sign, verifySignature } from '../platform/key-derivation'

const ID_BYTES = 16
const MAX_AGE_S = 365 * 24 * 60 * 60
const PATTERN = /^([\w-]{22})\.([\w-]{43})$/

/** Paths whose pages let a guest order; a GET of one hands out the cookie. */
export const isGuestPage = (pathname: string): boolean =>
  pathname === paths.home() || pathname === paths.order() || pathname.startsWith(`${paths.order()}/`)

/** Behind TLS the name's prefix makes browsers refuse the cookie from a sub-domain or without `Secure`. */
export const guestCookieName = (isSecure: boolean): string => (isSecure ? '__Host-ac_guest' : 'ac_guest')

/** A new guest: the value of its cookie. */
export const createGuestCookie = (key: Buffer): string => {
  const id = randomBytes(ID_BYTES).toString('base64url')
  return `${id}.${sign(key, id)}`
}

/** The guest's id, or null for a cookie that we did not make. */
export const readGuestCookie = (key: Buffer, value: string | undefined): string | null => {
  const [, id = '', mac = ''] = PATTERN.exec(value ?? '') ?? []
  return id !== '' && verifySignature(key, id, mac) ? id : null
}

/** Attributes of the cookie. */
export const guestCookieOptions = (isSecure: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', maxAge: MAX_AGE_S }) as const
