/** Derives one key for each purpose from the secret of the environment. */

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

const KEY_BYTES = 32

/** Purpose of a derived key. A value signed for one purpose never verifies for another. */
export type KeyPurpose = 'sign-in' | 'guest' | 'cursor' | 'rate-limit'

/** A 256-bit key for `purpose`, by HKDF-SHA-256; the same secret always gives the same key. */
export const deriveKey = (secret: string, purpose: KeyPurpose): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'action-center', purpose, KEY_BYTES))

type Encoding = 'base64url' | 'base64'

/** HMAC-SHA-256 of `text` under `key`. */
export const sign = (key: Buffer, text: string, encoding: Encoding = 'base64url'): string =>
  createHmac('sha256', key).update(text).digest(encoding)

/** True when `mac` is exactly what `sign` returns; compares in constant time. */
export const verifySignature = (key: Buffer, text: string, mac: string, encoding?: Encoding): boolean => {
  const expected = Buffer.from(sign(key, text, encoding))
  const given = Buffer.from(mac)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
