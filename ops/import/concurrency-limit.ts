/** Keeps the number of unfinished orders bounded, so that an import never floods the people and parts behind it. */

import { setTimeout as sleep } from 'node:timers/promises'
import { isTerminal, type OrderState } from '../../temporal/contract/states'
import type { ImportApi } from './api'

const POLL_MS = 250
const MAX_IDS = 100

/** True for an order that needs no more of the machine: it has ended, or waits for a person. */
export const isSettled = (state: OrderState): boolean =>
  isTerminal(state) || state === 'AWAITING_APPROVAL' || state === 'AWAITING_CUSTOMER'

export interface ConcurrencyLimit {
  /** Waits for a free place and takes it. */
  acquire(): Promise<void>
  /** Gives a place back without an order. */
  release(): void
  /** The order that holds the place: it is given back when the order comes to rest. */
  track(orderId: string, state: OrderState): void
  /** Places that are taken now. */
  inFlightCount(): number
  /** How many orders came to rest in which state. */
  settledCounts(): ReadonlyMap<OrderState, number>
  /** Resolves when no place is taken. */
  whenIdle(): Promise<void>
}

/**
 * @param limit places
 * @param stop ends every waiting; its reason is thrown
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

  /** Started by the first held order. A failure reaches whoever waits next. */
  let failure: unknown = null
  const poll = async () => {
    if (polling) return
    polling = true
    try {
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
