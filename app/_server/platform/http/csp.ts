/** The Content-Security-Policy of every page. */

import { randomBytes } from 'node:crypto'

/** A random nonce of 128 bits. */
export const createNonce = (): string => randomBytes(16).toString('base64')

/**
 * The policy of one response. Inline scripts and style sheets need `nonce`; style attributes are allowed, since
 * positioned popups set them.
 * @param isDevelopment the development build of React evaluates strings, and Next.js adds styles without a nonce
 */
export const contentSecurityPolicy = (nonce: string, isDevelopment: boolean): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
