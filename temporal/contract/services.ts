/** The event bridge: commands to services by idempotency key, and the events that come back. */

import type {
  ChargeInput,
  ChargeResult,
  OrderEffects,
  RefundResult,
  ReserveInput,
  ShipInput,
  ShipResult,
} from './activities'

/** Every command of every service: its payload and its result. */
export interface ServiceCommands {
  inventory: {
    reserveInventory: { payload: ReserveInput; result: { reserved: true } }
    releaseStock: { payload: { orderId: string }; result: { released: boolean } }
  }
  payment: {
    processPayment: { payload: ChargeInput & { paymentToken: string }; result: ChargeResult }
    refundPayment: { payload: { orderId: string; chargeKey: string }; result: RefundResult }
  }
  shipping: {
    createShipment: { payload: ShipInput; result: ShipResult }
  }
}
export type ServiceName = keyof ServiceCommands
export type CommandOf<S extends ServiceName> = keyof ServiceCommands[S] & string
export type PayloadOf<S extends ServiceName, C extends CommandOf<S>> = ServiceCommands[S][C] extends {
  payload: infer P
}
  ? P
  : never
export type ResultOf<S extends ServiceName, C extends CommandOf<S>> = ServiceCommands[S][C] extends {
  result: infer R
}
  ? R
  : never

/** What each service answers when it is asked what it holds of an order. */
export interface ServiceStates {
  inventory: Pick<OrderEffects, 'stock'>
  payment: OrderEffects['payment']
  shipping: Pick<OrderEffects, 'shipment'>
}
export type StateReaders = { [S in ServiceName]: (orderId: string) => Promise<ServiceStates[S]> }

/** Sends commands to services; a repeated key returns the first result. */
export interface ServiceBridge {
  /**
   * @throws BusinessRefusalError for a typed refusal, which is stored under the key like a result
   * @throws Error for an unreachable or failing service, which is not stored
   */
  invoke<S extends ServiceName, C extends CommandOf<S>>(
    service: S,
    command: C,
    payload: PayloadOf<S, C>,
    idempotencyKey: string,
  ): Promise<ResultOf<S, C>>
  /**
   * Reads what a service holds of an order.
   * @throws Error for an unreachable or failing service
   */
  readState<S extends ServiceName>(service: S, orderId: string): Promise<ServiceStates[S]>
}

/** Events from services; some are informative, some signal the order's workflow. */
export const SERVICE_EVENTS = [
  'inventoryReserved',
  'paymentProcessed',
  'shipmentCreated',
  'shipped',
  'delivered',
] as const
export type ServiceEventName = (typeof SERVICE_EVENTS)[number]
