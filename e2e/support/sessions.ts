/** Sessions of accounts: each account signs in once per test process. */

import type { BrowserContextOptions } from '@playwright/test'
import { type Account, stack } from './stack'

export type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>

const parseCookie = (header: string) => {
  const [pair = '', ...attributes] = header.split(';').map((part) => part.trim())
  const at = pair.indexOf('=')
  const has = (name: string) => attributes.some((attribute) => attribute.toLowerCase() === name)
  return {
    name: pair.slice(0, at),
    value: pair.slice(at + 1),
    domain: new URL(stack.url).hostname,
    path: '/',
    expires: -1,
    httpOnly: has('httponly'),
    secure: has('secure'),
    sameSite: 'Lax' as const,
  }
}

const signIn = async ({ email, password }: Account): Promise<StorageState> => {
  const response = await fetch(new URL('/api/auth/sign-in/email', stack.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: stack.url },
    body: JSON.stringify({ email, password }),
  })
  if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status} ${await response.text()}`)
  return { cookies: response.headers.getSetCookie().map(parseCookie), origins: [] }
}

const sessions = new Map<string, Promise<StorageState>>()

/** Returns the session of an account. */
export const getSession = (account: Account): Promise<StorageState> => {
  const known = sessions.get(account.email)
  if (known) return known
  const session = signIn(account)
  sessions.set(account.email, session)
  return session
}

/** The `Cookie` header of a session. */
export const cookieHeader = ({ cookies }: StorageState): string =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
