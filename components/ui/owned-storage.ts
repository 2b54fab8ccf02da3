/**
 * What the browser keeps for one owner: an account, or the guest of the browser. It is shown to nobody else, and
 * forgotten at sign-out. Storage may be missing, full or refused: nothing here throws. Browser only.
 */

import { DAY_MS } from '@/temporal/contract/time'
import { getWebStorage, type StorageArea } from '../browser/web-storage'

interface Entry {
  /** Milliseconds since 1970. */
  at: number
  value: unknown
}

const PREFIX = 'own:'
/** What a person left behind a day ago belongs on no screen. */
const MAX_AGE_MS = DAY_MS
const AREAS = ['browser', 'tab'] as const satisfies readonly StorageArea[]

/** False once the document belongs to somebody who is no longer signed in. */
let isKeeping = true

const orElse = <T>(run: () => T, fallback: T): T => {
  try {
    return run()
  } catch {
    return fallback
  }
}

const toKey = (owner: string, name: string): string => `${PREFIX}${owner}:${name}`

const readFresh = (storage: Storage, key: string): Entry | null => {
  const entry = JSON.parse(storage.getItem(key) ?? 'null') as Entry | null
  return entry && entry.at > Date.now() - MAX_AGE_MS ? entry : null
}

/** The value of `owner`, or null where there is none, it is older than a day, or it is not valid. */
export const readOwned = <T>(
  area: StorageArea,
  owner: string,
  name: string,
  isValid: (value: unknown) => value is T,
): T | null =>
  orElse(() => {
    const value = readFresh(getWebStorage(area), toKey(owner, name))?.value
    return isValid(value) ? value : null
  }, null)

/** Whether anything more may be kept: not in the page of an account that was signed out, or replaced, elsewhere. */
export const setKeeping = (isAllowed: boolean): void => {
  isKeeping = isAllowed
}

/** Keeps `value`; null removes it. Returns false where it was not kept. */
export const writeOwned = (area: StorageArea, owner: string, name: string, value: unknown): boolean =>
  orElse(() => {
    const key = toKey(owner, name)
    if (value === null) getWebStorage(area).removeItem(key)
    else if (!isKeeping) return false
    else getWebStorage(area).setItem(key, JSON.stringify({ at: Date.now(), value } satisfies Entry))
    return true
  }, false)

const forget = (isKept: (storage: Storage, key: string) => boolean): void => {
  for (const area of AREAS)
    orElse(() => {
      const storage = getWebStorage(area)
      for (const key of Object.keys(storage))
        if (key.startsWith(PREFIX) && !orElse(() => isKept(storage, key), false)) storage.removeItem(key)
    }, undefined)
}

/** Forgets everything that was kept for anybody, as at sign-out. */
export const forgetOwned = (): void => forget(() => false)

/** Forgets what is older than a day, whoever owns it. */
export const forgetExpired = (): void => forget((storage, key) => readFresh(storage, key) !== null)
