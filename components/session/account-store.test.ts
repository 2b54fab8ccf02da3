import { describe, expect, it } from 'vitest'
import { DAY_MS } from '@/temporal/contract/time'
import { createAccountStore } from './account-store'

const throwing = (): never => {
  throw new DOMException('refused', 'SecurityError')
}

/** Storage as a browser has it. @param maxEntries further ones are refused as by a full disk */
const createStorage = (maxEntries = Number.POSITIVE_INFINITY): Storage => {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: (n) => [...entries.keys()][n] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      if (!entries.has(key) && entries.size >= maxEntries)
        throw new DOMException('full', 'QuotaExceededError')
      entries.set(key, value)
    },
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  }
}

/** A browser with one tab for each store that is opened in it. */
const createBrowser = (browser = createStorage()) => {
  let nowMs = 1_000_000
  return {
    browser,
    pass: (ms: number) => {
      nowMs += ms
    },
    openTab: (account: string, tab = createStorage()) => {
      const store = createAccountStore(
        (area) => (area === 'browser' ? browser : tab),
        () => nowMs,
      )
      store.open(account)
      return store
    },
  }
}

const keys = (storage: Storage) => Array.from({ length: storage.length }, (_, n) => storage.key(n))

describe('the store of an account', () => {
  it('keeps values for the tabs of the browser, and those of a tab for that tab', () => {
    const { openTab } = createBrowser()
    const tab = createStorage()
    const [one, other] = [openTab('ana', tab), openTab('ana')]
    one.write('reasons', ['Duplicate'])
    one.write('scroll', 120, 'tab')
    expect(other.read('reasons')).toEqual(['Duplicate'])
    expect(other.read('scroll', 'tab')).toBeNull()
    expect(openTab('ana', tab).read('scroll', 'tab')).toBe(120)
    one.write('reasons', null)
    expect(other.read('reasons')).toBeNull()
  })

  it('removes what others left when somebody signs in, in every version, and nothing that is not its own', () => {
    const { browser, openTab } = createBrowser()
    const tab = createStorage()
    openTab('ana', tab).write('draft', 'secret')
    tab.setItem('scroll:/inbox', '7')
    for (const key of ['account:0:ana:draft', 'recent-reasons', 'action-center.drafts', 'theirs'])
      browser.setItem(key, 'x')
    openTab('ben', tab)
    expect(keys(browser).toSorted()).toEqual(['account:owner', 'theirs'])
    expect(keys(tab)).toEqual([])
  })

  it('leaves nothing after sign-out, and a tab that is still open keeps to itself what is typed in it', () => {
    const { browser, openTab } = createBrowser()
    const [one, other] = [openTab('ana'), openTab('ana')]
    one.write('draft', 'typed')
    openTab('ana').clear()
    expect(browser.length).toBe(0)
    one.write('draft', 'typed on')
    expect([browser.length, one.read('draft'), other.read('draft')]).toEqual([0, 'typed on', null])
    one.leave()
    expect(one.read('draft')).toBeNull()
  })

  it('neither shows nor stores anything of a tab once another account has the browser', () => {
    const { browser, openTab } = createBrowser()
    const ana = openTab('ana')
    ana.write('draft', 'of ana')
    const ben = openTab('ben')
    ana.write('draft', 'of ana again')
    expect(ben.read('draft')).toBeNull()
    ben.write('draft', 'of ben')
    expect(ana.read('draft')).toBe('of ana again')
    expect(JSON.stringify(keys(browser).map((key) => browser.getItem(key ?? '')))).not.toContain('of ana')
  })

  it('drops entries after a week, and the oldest of too many', () => {
    const { browser, pass, openTab } = createBrowser()
    const store = openTab('ana')
    store.write('old', 1)
    pass(7 * DAY_MS + 1)
    expect(store.read('old')).toBeNull()
    for (let n = 0; n < 250; n++) {
      pass(1)
      store.write(`draft:${n}`, n)
    }
    expect(browser.length).toBeLessThanOrEqual(201)
    expect([store.read('draft:0'), store.read('draft:249')]).toEqual([null, 249])
    expect(keys(browser)).not.toContain('account:1:ana:old')
  })

  it('keeps what is very long for the page only', () => {
    const { browser, openTab } = createBrowser()
    const store = openTab('ana')
    store.write('draft', 'x'.repeat(30_000))
    expect(store.read('draft')).toHaveLength(30_000)
    expect(browser.length).toBe(1)
  })

  it.each(['{', '"x"', '{"at":"never"}', 'null', '[]'])('ignores the stored text %s', (text) => {
    const { browser, openTab } = createBrowser()
    const store = openTab('ana')
    browser.setItem('account:1:ana:reasons', text)
    expect(store.read('reasons')).toBeNull()
  })
})

const REFUSALS: readonly (readonly [name: string, getStorage: () => Storage])[] = [
  ['has no storage', () => undefined as unknown as Storage],
  ['throws when it is asked for storage', throwing],
  ['refuses every read', () => ({ ...createStorage(), getItem: throwing, key: throwing })],
  ['is full', () => createStorage(0)],
]

describe.each(REFUSALS)('a browser that %s', (_, getStorage) => {
  it('keeps values as long as the page', () => {
    const store = createAccountStore(getStorage)
    store.open('ana')
    for (const area of ['browser', 'tab'] as const) {
      expect(store.read('draft', area)).toBeNull()
      store.write('draft', 'typed', area)
      expect(store.read('draft', area)).toBe('typed')
    }
    store.write('draft', null)
    expect(store.read('draft')).toBeNull()
    store.clear()
    expect(store.read('draft', 'tab')).toBeNull()
  })
})
