import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetExpired, forgetOwned, readOwned, setKeeping, writeOwned } from './owned-storage'
import { createFakeStorage } from './testing/fake-storage'

const DAY_MS = 86_400_000
const isText = (value: unknown): value is string => typeof value === 'string'
const read = (owner: string, name = 'draft') => readOwned('browser', owner, name, isText)

beforeEach(() => {
  vi.stubGlobal('localStorage', createFakeStorage())
  vi.stubGlobal('sessionStorage', createFakeStorage())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('what a browser keeps', () => {
  it('belongs to its owner, and to its area', () => {
    expect(writeOwned('browser', 'ana', 'draft', 'typed')).toBe(true)
    expect([read('ana'), read('ben'), read('guest')]).toEqual(['typed', null, null])
    expect(readOwned('tab', 'ana', 'draft', isText)).toBeNull()
  })

  it('does not grow in a page whose account was signed out elsewhere, and does again after it signed in', () => {
    writeOwned('browser', 'ana', 'draft', 'typed')
    setKeeping(false)
    expect([writeOwned('browser', 'ana', 'draft', 'typed on'), read('ana')]).toEqual([false, 'typed'])
    expect([writeOwned('browser', 'ana', 'draft', null), read('ana')]).toEqual([true, null])
    setKeeping(true)
    expect([writeOwned('browser', 'ana', 'draft', 'typed again'), read('ana')]).toEqual([true, 'typed again'])
  })

  it('is removed by null', () => {
    writeOwned('browser', 'ana', 'draft', 'typed')
    writeOwned('browser', 'ana', 'draft', null)
    expect(read('ana')).toBeNull()
  })

  it('is forgotten at sign-out, for everybody and nothing else', () => {
    writeOwned('browser', 'ana', 'draft', 'typed')
    writeOwned('tab', 'guest', 'draft', 'typed')
    localStorage.setItem('theme', 'dark')
    forgetOwned()
    expect([Object.keys(localStorage), Object.keys(sessionStorage)]).toEqual([['theme'], []])
  })

  it('is forgotten after a day, also by others, with what is not valid', () => {
    vi.useFakeTimers()
    writeOwned('browser', 'ana', 'draft', 'typed')
    localStorage.setItem('own:ana:broken', '{')
    vi.advanceTimersByTime(DAY_MS - 1_000)
    writeOwned('browser', 'ben', 'draft', 'typed')
    vi.advanceTimersByTime(1_000)
    expect(read('ana')).toBeNull()
    forgetExpired()
    expect(Object.keys(localStorage)).toEqual(['own:ben:draft'])
  })

  it.each(['{', 'null', '{"at":99999999999999}', '{"at":99999999999999,"value":7}'])(
    'is nothing where %s is stored',
    (stored) => {
      localStorage.setItem('own:ana:draft', stored)
      expect(read('ana')).toBeNull()
    },
  )
})

describe.each([
  ['is missing', () => undefined],
  [
    'throws when it is read',
    () => {
      throw new DOMException('denied', 'SecurityError')
    },
  ],
  [
    'is full',
    () => ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }),
  ],
])('storage that %s', (_what, get) => {
  it('keeps nothing and says so', () => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, name, { get, configurable: true })
    expect(writeOwned('browser', 'ana', 'draft', 'typed')).toBe(false)
    expect(read('ana')).toBeNull()
    expect(() => [forgetOwned(), forgetExpired()]).not.toThrow()
  })
})
