/** The bridge to services that live in this process and keep their tables in Postgres. */

import type { Database } from '../../db/client'
import type { CommandOf, PayloadOf, ResultOf, ServiceBridge, ServiceName } from '../contract/services'
import { type Answer, type Handler, ServiceRefusal, type ServiceSettings } from './answer'
import { recall, remember, waitForKey } from './calls'
import { releaseStock, reserveInventory } from './inventory'
import { processPayment, refundPayment } from './payment'
import { createShipment } from './shipping'

const SERVICES: {
  [S in ServiceName]: { [C in CommandOf<S>]: Handler<PayloadOf<S, C>, ResultOf<S, C>> }
} = {
  inventory: { reserveInventory, releaseStock },
  payment: { processPayment, refundPayment },
  shipping: { createShipment },
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The result, or the error that the answer stands for; a provider that keeps us waiting does so here, unlocked. */
const unwrap = async <R>(answer: Answer<R>): Promise<R> => {
  if ('ok' in answer) return answer.ok
  if ('refused' in answer) throw new ServiceRefusal(answer.refused, answer.message)
  await pause(answer.afterMs)
  throw new Error(answer.unavailable)
}

/** Each command is one transaction together with the memory of its answer. */
export const createLocalBridge = ({
  db,
  settings,
}: {
  db: Database
  settings: ServiceSettings
}): ServiceBridge => ({
  invoke: async <S extends ServiceName, C extends CommandOf<S>>(
    service: S,
    command: C,
    payload: PayloadOf<S, C>,
    idempotencyKey: string,
  ): Promise<ResultOf<S, C>> => {
    const handler: Handler<PayloadOf<S, C>, ResultOf<S, C>> = SERVICES[service][command]
    const answer = await db.transaction(async (tx): Promise<Answer<ResultOf<S, C>>> => {
      await waitForKey(tx, idempotencyKey)
      const first = await recall(tx, idempotencyKey)
      // A key belongs to one command, whose result type this is.
      if (first) return first as Answer<ResultOf<S, C>>
      const result = await handler(tx, payload, { idempotencyKey, settings })
      if (!('unavailable' in result)) await remember(tx, { idempotencyKey, service, command, result })
      return result
    })
    return unwrap(answer)
  },
})
