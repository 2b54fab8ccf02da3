import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { isSettled, type OrderState } from '../../temporal/contract/states'
import { createConcurrencyLimit } from './concurrency-limit'

const never = new AbortController().signal

/** An API whose orders have the states that a test gives them. */
const orders = () => {
  const states = new Map<string, OrderState>()
  const calls: number[] = []
  return {
    states,
    calls,
    api: {
      states: async (ids: readonly string[]) => {
        calls.push(ids.length)
        return ids.flatMap((orderId) => {
          const state = states.get(orderId)
          return state ? [{ orderId, state }] : []
        })
      },
    },
  }
}

it('counts an order that has ended or waits for a person as settled', () => {
  expect(isSettled('AWAITING_APPROVAL')).toBe(true)
  expect(isSettled('COMPLETED')).toBe(true)
  expect(isSettled('FAILED')).toBe(true)
  expect(isSettled('CONFIRMED')).toBe(false)
})

it('admits no more than its limit, and the next one as soon as an order has settled', async () => {
  const { states, api } = orders()
  const limit = createConcurrencyLimit(2, api, never)
  await limit.acquire()
  await limit.acquire()
  limit.track('a', 'PENDING')
  limit.track('b', 'PENDING')

  let entered = false
  const third = limit.acquire().then(() => {
    entered = true
  })
  await Promise.resolve()
  expect(entered).toBe(false)

  states.set('a', 'AWAITING_APPROVAL')
  await third
  expect(limit.inFlightCount()).toBe(2)
  limit.release()
  states.set('b', 'COMPLETED')
  await limit.whenIdle()
  expect(Object.fromEntries(limit.settledCounts())).toEqual({ AWAITING_APPROVAL: 1, COMPLETED: 1 })
})

it('polls an order that is tracked while the poll that settled all others ends', async () => {
  /** Tracks `b` so many microtasks after the states of `a` were read. */
  const trackAfter = async (microtasks: number) => {
    const { states, api } = orders()
    const trackLater = async () => {
      for (let n = 0; n < microtasks; n += 1) await Promise.resolve()
      limit.track('b', 'PENDING')
    }
    const read = async (ids: readonly string[]) => {
      if (!states.has('b')) void trackLater()
      states.set('b', 'COMPLETED')
      return api.states(ids)
    }
    const limit = createConcurrencyLimit(2, { states: read }, new AbortController().signal)
    await limit.acquire()
    await limit.acquire()
    states.set('a', 'COMPLETED')
    limit.track('a', 'PENDING')
    await Promise.race([limit.whenIdle(), sleep(5_000)])
    return limit.inFlightCount()
  }
  const delays = Array.from({ length: 12 }, (_, n) => n)
  expect(await Promise.all(delays.map(trackAfter))).toEqual(delays.map(() => 0))
})

it('releases the slot of a replayed order at once when that order has ended', async () => {
  const { calls, api } = orders()
  const limit = createConcurrencyLimit(1, api, never)
  await limit.acquire()
  limit.track('a', 'COMPLETED')
  await limit.acquire()
  expect(calls).toEqual([])
})

it('reads at most 100 states in one request', async () => {
  const { states, calls, api } = orders()
  const limit = createConcurrencyLimit(150, api, never)
  for (let n = 0; n < 150; n += 1) {
    await limit.acquire()
    limit.track(`o${n}`, 'PENDING')
    states.set(`o${n}`, 'COMPLETED')
  }
  await limit.whenIdle()
  expect(calls).toEqual([100, 50])
})

it('ends all waiting when it is stopped, or when the states cannot be read', async () => {
  const stop = new AbortController()
  const limit = createConcurrencyLimit(1, orders().api, stop.signal)
  await limit.acquire()
  const waiting = limit.acquire()
  stop.abort(new Error('stopped'))
  await expect(waiting).rejects.toThrow('stopped')

  const broken = createConcurrencyLimit(
    1,
    { states: async () => Promise.reject(new Error('forbidden')) },
    never,
  )
  await broken.acquire()
  broken.track('a', 'PENDING')
  await expect(broken.whenIdle()).rejects.toThrow('forbidden')
})
