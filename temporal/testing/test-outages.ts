/** Makes single commands of the services fail for single orders, as an unreachable service would. */

import type { CommandOf, ServiceBridge, ServiceName } from '../contract/services'
import { ServiceUnavailable } from '../services/service-unavailable'

type Command = { [S in ServiceName]: CommandOf<S> }[ServiceName] | 'readState'

export interface TestOutages {
  /** For `TestStackOptions.aroundBridge`. */
  aroundBridge(bridge: ServiceBridge): ServiceBridge
  /** Every call of `command` for this order fails until `restore`. */
  cut(orderId: string, command: Command): void
  restore(orderId: string): void
}

export const createOutages = (): TestOutages => {
  const unreachable = new Map<string, string>()
  return {
    aroundBridge: (bridge) => ({
      readState: (service, orderId) => {
        if (unreachable.get(orderId) === 'readState')
          throw new ServiceUnavailable(`${service} cannot be reached`)
        return bridge.readState(service, orderId)
      },
      invoke: (service, command, payload, key) => {
        const { orderId } = payload as { orderId: string }
        if (unreachable.get(orderId) === command) throw new ServiceUnavailable(`${service} cannot be reached`)
        return bridge.invoke(service, command, payload, key)
      },
    }),
    cut: (orderId, command) => void unreachable.set(orderId, command),
    restore: (orderId) => void unreachable.delete(orderId),
  }
}
