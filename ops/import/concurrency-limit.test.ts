import { expect, it } from 'vitest'
import type { OrderState } from '../../temporal/contract/states'
import { createConcurrencyLimit, isSettled } from './concurrency-limit'

const never = new AbortController().signal

/** An API whose orders have the states that a test gives them. */
const orders = () => {
  const states = new Map<string, OrderState>()
  const asked: number[] = []
  return {
    states,
    asked,
    api: {
      states: async (ids: readonly string[]) => {
        asked.push(ids.length)
        return ids.flatMap((orderId) => {
          const state = states.get(orderId)
          return state ? [{ orderId, state }] : []
        })
      },
    },
  }
}

it('counts an order that waits for a person as one at rest', () => {
  expect(isSettled('AWAITING_APPROVAL')).toBe(true)
  expect(isSettled('COMPLETED')).toBe(true)
  expect(isSettled('FAILED')).toBe(true)
  expect(isSettled('CONFIRMED')).toBe(false)
})

it('lets no more in than it has places, and the next one as soon as an order rests', async () => {
  const { states, api } = orders()
  const window = createConcurrencyLimit(2, api, never)
  await window.acquire()
  await window.acquire()
  window.track('a', 'PENDING')
  window.track('b', 'PENDING')

  let entered = false
  const third = window.acquire().then(() => {
    entered = true
  })
  await Promise.resolve()
  expect(entered).toBe(false)

  states.set('a', 'AWAITING_APPROVAL')
  await third
  expect(window.inFlightCount()).toBe(2)
  window.release()
  states.set('b', 'COMPLETED')
  await window.whenIdle()
  expect(Object.fromEntries(window.settledCounts())).toEqual({ AWAITING_APPROVAL: 1, COMPLETED: 1 })
})

it('gives the place of a replayed order back at once when that order has ended', async () => {
  const { asked, api } = orders()
  const window = createConcurrencyLimit(1, api, never)
  await window.acquire()
  window.track('a', 'COMPLETED')
  await window.acquire()
  expect(asked).toEqual([])
})

it('asks for at most 100 orders in one call', async () => {
  const { states, asked, api } = orders()
  const window = createConcurrencyLimit(150, api, never)
  for (let n = 0; n < 150; n += 1) {
    await window.acquire()
    window.track(`o${n}`, 'PENDING')
    states.set(`o${n}`, 'COMPLETED')
  }
  await window.whenIdle()
  expect(asked).toEqual([100, 50])
})

it('ends all waiting when it is stopped, or when the states cannot be asked for', async () => {
  const stop = new AbortController()
  const window = createConcurrencyLimit(1, orders().api, stop.signal)
  await window.acquire()
  const waiting = window.acquire()
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
