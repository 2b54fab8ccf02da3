/** Limits the number of unfinished orders, so that an import does not overload the services and people behind it. */

import { setTimeout as sleep } from 'node:timers/promises'
import { isSettled, type OrderState } from '../../temporal/contract/states'
import type { ImportApi } from './api'

const POLL_MS = 250
const MAX_IDS = 100

export interface ConcurrencyLimit {
  /** Waits for a free slot and takes it. */
  acquire(): Promise<void>
  /** Releases a slot without an order. */
  release(): void
  /** Assigns the slot to an order; it is released when the order has settled. */
  track(orderId: string, state: OrderState): void
  /** Number of slots that are taken. */
  inFlightCount(): number
  /** Number of settled orders by state. */
  settledCounts(): ReadonlyMap<OrderState, number>
  /** Resolves when no slot is taken. */
  whenIdle(): Promise<void>
}

/**
 * @param limit number of slots
 * @param stop ends all waiting; its reason is thrown
 */
export const createConcurrencyLimit = (
  limit: number,
  api: Pick<ImportApi, 'states'>,
  stop: AbortSignal,
): ConcurrencyLimit => {
  const tracked = new Set<string>()
  const settled = new Map<OrderState, number>()
  let inFlight = 0
  let polling = false
  const wake: (() => void)[] = []

  const changed = () => {
    for (const resolve of wake.splice(0)) resolve()
  }
  stop.addEventListener('abort', changed)

  const waitUntil = async (condition: () => boolean) => {
    while (!condition()) {
      stop.throwIfAborted()
      await new Promise<void>((resolve) => wake.push(resolve))
    }
  }

  const release = () => {
    inFlight -= 1
    changed()
  }

  const settle = (state: OrderState) => {
    settled.set(state, (settled.get(state) ?? 0) + 1)
    release()
  }

  const pollStates = async () => {
    const ids = [...tracked]
    for (let at = 0; at < ids.length; at += MAX_IDS) {
      for (const { orderId, state } of await api.states(ids.slice(at, at + MAX_IDS)))
        if (isSettled(state) && tracked.delete(orderId)) settle(state)
    }
  }

  /** Started by the first tracked order. A failure is thrown by the next wait. */
  let failure: unknown = null
  const poll = async () => {
    if (polling) return
    polling = true
    try {
      // No `await` between the last check and `polling = false`: an order tracked there would never be polled.
      while (tracked.size > 0) {
        await sleep(POLL_MS, undefined, { signal: stop })
        await pollStates()
      }
    } catch (error) {
      failure = error
      changed()
    } finally {
      polling = false
    }
  }
  const failed = () => {
    if (failure !== null) throw failure
    return false
  }

  return {
    async acquire() {
      await waitUntil(() => failed() || inFlight < limit)
      inFlight += 1
    },
    release,
    track(orderId, state) {
      if (isSettled(state)) return settle(state)
      tracked.add(orderId)
      void poll()
    },
    inFlightCount: () => inFlight,
    settledCounts: () => settled,
    whenIdle: () => waitUntil(() => failed() || inFlight === 0),
  }
}
