import { afterEach, describe, expect, it, vi } from 'vitest'
import { joinStreamLock } from './stream-lock'
import { LOCK_REFUSALS, settle, startFakeBrowser, stopFakeBrowser } from './testing/fake-browser'

afterEach(stopFakeBrowser)

/** Tabs that wait for one lock. `held` names those that have it now; `log` what happened. */
const join = (count: number, navigator?: object) => {
  startFakeBrowser(navigator)
  const held = new Set<number>()
  const onRefused = vi.fn()
  const locks = Array.from({ length: count }, (_, n) =>
    joinStreamLock('stream', {
      onHeld: () => {
        held.add(n)
        return () => void held.delete(n)
      },
      onRefused,
    }),
  )
  const at = (n: number) => locks[n] as (typeof locks)[number]
  return { at, onRefused, holders: () => [...held] }
}

describe('the lock of a stream', () => {
  it('is held by one of ten tabs, and by the next one when that leaves', async () => {
    const { at, holders } = join(10)
    for (let n = 0; n < 10; n++) {
      await settle()
      expect(holders()).toEqual([n])
      at(n).leave()
    }
    await settle()
    expect(holders()).toEqual([])
  })

  it('goes to the tab that takes it, and back when that leaves', async () => {
    const { at, holders } = join(3)
    await settle()
    at(2).take()
    await settle()
    expect(holders()).toEqual([2])
    at(1).take()
    await settle()
    expect(holders()).toEqual([1])
    at(1).leave()
    await settle()
    expect(holders()).toEqual([0])
    at(0).leave()
    await settle()
    expect(holders()).toEqual([2])
  })

  it('is held once by a tab that takes it several times, and by the last of those that take it together', async () => {
    const { at, holders } = join(4)
    for (const n of [1, 1, 3, 2]) at(n).take()
    await settle()
    expect(holders()).toEqual([2])
    at(2).take()
    await settle()
    expect(holders()).toEqual([2])
  })

  it('is never held by a tab that has left, whenever that was', async () => {
    const { at, holders } = join(3)
    at(0).leave()
    at(1).take()
    at(1).leave()
    at(0).take()
    at(2).leave()
    await settle()
    expect(holders()).toEqual([])
  })
})

describe.each(LOCK_REFUSALS)('a browser that %s', (_, navigator) => {
  it('says so once', async () => {
    const { at, onRefused, holders } = join(1, navigator)
    await settle()
    at(0).take()
    await settle()
    expect(onRefused).toHaveBeenCalledOnce()
    expect(holders()).toEqual([])
  })

  it('says nothing to a tab that has left', async () => {
    const { at, onRefused } = join(1, navigator)
    at(0).leave()
    await settle()
    expect(onRefused).not.toHaveBeenCalled()
  })
})
