/**
 * What this browser keeps for the account that is signed in: drafts, recent cases and reasons, scroll positions. A key
 * belongs to an account, is dropped when it is too old, and leaves at sign-out. Nothing here throws: where storage is
 * missing, refuses or is full, the values last as long as the page.
 */

import { DAY_MS } from '@/temporal/contract/time'
import { getWebStorage, type StorageArea } from '../browser/web-storage'

/** The number is the version of the stored format: entries of another version are removed. */
const PREFIX = 'account:1:'
/** The account that the browser's pages are signed in as. Tabs of another account neither read nor write. */
const OWNER = 'account:owner'
/**
 * Keys of this store in all versions, and those that were kept for everybody before there was one. Single keys are a
 * preference of the browser.
 */
const ANY_KEY = /^(?:account:|action-center\.(?!single-keys$)|scroll:|recent-reasons$)/

/** True for the key that changes when somebody signs in or out; null stands for all keys. */
export const isOwnerKey = (key: string | null): boolean => key === OWNER || key === null

/** As long as a session. */
const MAX_AGE_MS = 7 * DAY_MS
const MAX_ENTRIES = 200
const MAX_CHARS = 20_000
const AREAS = ['browser', 'tab'] as const satisfies readonly StorageArea[]

export interface AccountStore {
  /** Claims the browser for `accountId`, and removes what other accounts left. */
  open(accountId: string): void
  /** The value of `name`, or null. It may come from another version of this product: check it. */
  read(name: string, area?: StorageArea): unknown
  /** Keeps `value`, which must be JSON; null removes it. */
  write(name: string, value: unknown, area?: StorageArea): void
  /** Removes everything of every account. */
  clear(): void
  /** Forgets what this tab alone holds, after a sign-out in another tab. */
  leave(): void
}

const keysOf = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '').filter((key) => ANY_KEY.test(key))

/** An entry that is not too old; null for anything else. */
const readEntry = (storage: Storage, key: string, nowMs: number): { atMs: number; value: unknown } | null => {
  try {
    const { at, value } = Object(JSON.parse(storage.getItem(key) ?? 'null'))
    return typeof at === 'number' && nowMs - at < MAX_AGE_MS ? { atMs: at, value: value ?? null } : null
  } catch {
    return null
  }
}

/** @param getStorage may throw, or return storage that throws */
export const createAccountStore = (
  getStorage: (area: StorageArea) => Storage = getWebStorage,
  now: () => number = Date.now,
): AccountStore => {
  let account: string | null = null
  /** What could not be stored, by area and key. */
  const memory = new Map<string, unknown>()

  const attempt = <T>(area: StorageArea, use: (storage: Storage) => T): T | null => {
    try {
      return use(getStorage(area))
    } catch {
      return null
    }
  }
  const isOwner = (): boolean =>
    account !== null && attempt('browser', (storage) => storage.getItem(OWNER)) === account
  const ownPrefix = (): string => `${PREFIX}${account}:`

  const removeKeys = (areas: readonly StorageArea[], mustGo: (key: string) => boolean): void => {
    for (const area of areas)
      attempt(area, (storage) => {
        for (const key of keysOf(storage).filter(mustGo)) storage.removeItem(key)
      })
  }
  /** Drops old entries, and the oldest of too many. */
  const prune = (storage: Storage): void => {
    const aged = keysOf(storage)
      .filter((key) => key.startsWith(ownPrefix()))
      .map((key) => ({ key, atMs: readEntry(storage, key, now())?.atMs ?? 0 }))
      .sort((a, b) => b.atMs - a.atMs)
    for (const [n, { key, atMs }] of aged.entries())
      if (n >= MAX_ENTRIES || atMs === 0) storage.removeItem(key)
  }
  const store = (storage: Storage, key: string, value: unknown): boolean => {
    const text = JSON.stringify({ at: now(), value })
    if (text.length > MAX_CHARS) return false
    const isNew = storage.getItem(key) === null
    storage.setItem(key, text)
    if (isNew) prune(storage)
    return true
  }

  return {
    open(accountId) {
      account = accountId
      removeKeys(AREAS, (key) => key !== OWNER && !key.startsWith(ownPrefix()))
      if (!isOwner()) attempt('browser', (storage) => storage.setItem(OWNER, accountId))
      for (const area of AREAS) attempt(area, prune)
    },
    read(name, area = 'browser') {
      const key = ownPrefix() + name
      if (memory.has(area + key)) return memory.get(area + key)
      if (!isOwner()) return null
      return attempt(area, (storage) => readEntry(storage, key, now()))?.value ?? null
    },
    write(name, value, area = 'browser') {
      const key = ownPrefix() + name
      const isStored =
        isOwner() &&
        attempt(area, (storage) => {
          if (value !== null) return store(storage, key, value)
          storage.removeItem(key)
          return true
        })
      if (isStored) memory.delete(area + key)
      else memory.set(area + key, value)
    },
    clear() {
      memory.clear()
      removeKeys(AREAS, () => true)
    },
    leave() {
      memory.clear()
      removeKeys(['tab'], () => true)
    },
  }
}

/** The store of this page. */
export const accountStore: AccountStore = createAccountStore()
