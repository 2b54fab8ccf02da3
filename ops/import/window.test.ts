import { expect, it } from 'vitest'
import type { OrderState } from '../../temporal/contract/states'
import { createWindow, isAtRest } from './window'

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
  expect(isAtRest('AWAITING_APPROVAL')).toBe(true)
  expect(isAtRest('COMPLETED')).toBe(true)
  expect(isAtRest('FAILED')).toBe(true)
  expect(isAtRest('CONFIRMED')).toBe(false)
})

it('lets no more in than it has places, and the next one as soon as an order rests', async () => {
  const { states, api } = orders()
  const window = createWindow(2, api, never)
  await window.enter()
  await window.enter()
  window.hold('a', 'PENDING')
  window.hold('b', 'PENDING')

  let entered = false
  const third = window.enter().then(() => {
    entered = true
  })
  await Promise.resolve()
  expect(entered).toBe(false)

  states.set('a', 'AWAITING_APPROVAL')
  await third
  expect(window.taken()).toBe(2)
  window.leave()
  states.set('b', 'COMPLETED')
  await window.drained()
  expect(Object.fromEntries(window.rested())).toEqual({ AWAITING_APPROVAL: 1, COMPLETED: 1 })
})

it('gives the place of a replayed order back at once when that order has ended', async () => {
  const { asked, api } = orders()
  const window = createWindow(1, api, never)
  await window.enter()
  window.hold('a', 'COMPLETED')
  await window.enter()
  expect(asked).toEqual([])
})

it('asks for at most 100 orders in one call', async () => {
  const { states, asked, api } = orders()
  const window = createWindow(150, api, never)
  for (let n = 0; n < 150; n += 1) {
    await window.enter()
    window.hold(`o${n}`, 'PENDING')
    states.set(`o${n}`, 'COMPLETED')
  }
  await window.drained()
  expect(asked).toEqual([100, 50])
})

it('ends all waiting when it is stopped, or when the states cannot be asked for', async () => {
  const stop = new AbortController()
  const window = createWindow(1, orders().api, stop.signal)
  await window.enter()
  const waiting = window.enter()
  stop.abort(new Error('stopped'))
  await expect(waiting).rejects.toThrow('stopped')

  const broken = createWindow(1, { states: async () => Promise.reject(new Error('forbidden')) }, never)
  await broken.enter()
  broken.hold('a', 'PENDING')
  await expect(broken.drained()).rejects.toThrow('forbidden')
})
