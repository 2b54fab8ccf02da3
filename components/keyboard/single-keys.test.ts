import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountStore } from '../session/account-store'
import { createFakeStorage } from '../ui/testing/fake-storage'
import { areSingleKeysEnabled, setSingleKeys } from './single-keys'

beforeEach(() => {
  vi.stubGlobal('localStorage', createFakeStorage())
  vi.stubGlobal('sessionStorage', createFakeStorage())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What empties or ages the store of an account. */
const EVENTS: readonly (readonly [name: string, happen: () => void])[] = [
  ['a sign-out', () => accountStore.clear()],
  ['a sign-out in another tab', () => accountStore.leave()],
  ['the sign-in of somebody else', () => accountStore.open('ben')],
  ['a month', () => vi.useFakeTimers({ now: Date.now() + 31 * 86_400_000 })],
]

describe('single keys', () => {
  it.each(EVENTS)('stay off after %s', (_, happen) => {
    accountStore.open('ana')
    setSingleKeys(false)
    happen()
    accountStore.open('ana')
    expect(areSingleKeysEnabled()).toBe(false)
    setSingleKeys(true)
    expect(areSingleKeysEnabled()).toBe(true)
  })

  it('stay off where an earlier version kept the choice, until they are turned on', () => {
    localStorage.setItem('action-center.single-keys', 'off')
    accountStore.open('ana')
    accountStore.clear()
    expect(areSingleKeysEnabled()).toBe(false)
    setSingleKeys(true)
    expect([areSingleKeysEnabled(), localStorage.length]).toEqual([true, 0])
  })

  it('are turned off for the page where the browser refuses storage', () => {
    vi.stubGlobal('localStorage', undefined)
    expect(areSingleKeysEnabled()).toBe(true)
    setSingleKeys(false)
    expect(areSingleKeysEnabled()).toBe(false)
    setSingleKeys(true)
    expect(areSingleKeysEnabled()).toBe(true)
  })
})
