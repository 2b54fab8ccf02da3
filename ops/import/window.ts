/** Keeps the number of unfinished orders bounded, so that an import never floods the people and parts behind it. */

import { setTimeout as sleep } from 'node:timers/promises'
import { isTerminal, type OrderState } from '../../temporal/contract/states'
import type { ImportApi } from './api'

const POLL_MS = 250
const MAX_IDS = 100

/** True for an order that needs no more of the machine: it has ended, or waits for a person. */
export const isAtRest = (state: OrderState): boolean =>
  isTerminal(state) || state === 'AWAITING_APPROVAL' || state === 'AWAITING_CUSTOMER'

export interface Window {
  /** Waits for a free place and takes it. */
  enter(): Promise<void>
  /** Gives a place back without an order. */
  leave(): void
  /** The order that holds the place: it is given back when the order comes to rest. */
  hold(orderId: string, state: OrderState): void
  /** Places that are taken now. */
  taken(): number
  /** How many orders came to rest in which state. */
  rested(): ReadonlyMap<OrderState, number>
  /** Resolves when no place is taken. */
  drained(): Promise<void>
}

/**
 * @param limit places
 * @param stop ends every waiting; its reason is thrown
 */
export const createWindow = (limit: number, api: Pick<ImportApi, 'states'>, stop: AbortSignal): Window => {
  const held = new Set<string>()
  const rested = new Map<OrderState, number>()
  let taken = 0
  let polling = false
  const wake: (() => void)[] = []

  const changed = () => {
    for (const resolve of wake.splice(0)) resolve()
  }
  stop.addEventListener('abort', changed)

  const until = async (condition: () => boolean) => {
    while (!condition()) {
      stop.throwIfAborted()
      await new Promise<void>((resolve) => wake.push(resolve))
    }
  }

  const leave = () => {
    taken -= 1
    changed()
  }

  const rest = (state: OrderState) => {
    rested.set(state, (rested.get(state) ?? 0) + 1)
    leave()
  }

  const look = async () => {
    const ids = [...held]
    for (let at = 0; at < ids.length; at += MAX_IDS) {
      for (const { orderId, state } of await api.states(ids.slice(at, at + MAX_IDS)))
        if (isAtRest(state) && held.delete(orderId)) rest(state)
    }
  }

  /** Started by the first held order. A failure reaches whoever waits next. */
  let failure: unknown = null
  const poll = async () => {
    if (polling) return
    polling = true
    try {
      while (held.size > 0) {
        await sleep(POLL_MS, undefined, { signal: stop })
        await look()
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
    async enter() {
      await until(() => failed() || taken < limit)
      taken += 1
    },
    leave,
    hold(orderId, state) {
      if (isAtRest(state)) return rest(state)
      held.add(orderId)
      void poll()
    },
    taken: () => taken,
    rested: () => rested,
    drained: () => until(() => failed() || taken === 0),
  }
}
