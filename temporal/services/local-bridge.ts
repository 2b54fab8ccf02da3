/** The bridge to services that run in this process, with their tables in Postgres. */

import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../db/client'
import type { CommandOf, PayloadOf, ResultOf, ServiceBridge, ServiceName } from '../contract/services'
import {
  BusinessError,
  type CommandHandler,
  type CommandResult,
  type ServiceSettings,
} from './command-result'
import { find, lock, save } from './idempotency-store'
import { releaseStock, reserveInventory } from './inventory'
import { createStateReaders } from './order-effects'
import { processPayment, refundPayment } from './payment'
import { ServiceUnavailable } from './service-unavailable'
import { createShipment } from './shipping'

const COMMAND_HANDLERS: {
  [S in ServiceName]: { [C in CommandOf<S>]: CommandHandler<PayloadOf<S, C>, ResultOf<S, C>> }
} = {
  inventory: { reserveInventory, releaseStock },
  payment: { processPayment, refundPayment },
  shipping: { createShipment },
}

/** Returns the value or throws the error of a result. A slow provider is waited for here, outside the transaction. */
const unwrapResult = async <R>(result: CommandResult<R>): Promise<R> => {
  if ('ok' in result) return result.ok
  if ('refused' in result) throw new BusinessError(result.refused, result.message)
  await sleep(result.afterMs)
  throw new ServiceUnavailable(result.unavailable)
}

/** Runs each command and stores its result in one transaction. */
export const createLocalBridge = ({
  db,
  settings,
}: {
  db: Database
  settings: ServiceSettings
}): ServiceBridge => {
  const readers = createStateReaders(db)
  return {
    invoke: async <S extends ServiceName, C extends CommandOf<S>>(
      service: S,
      command: C,
      payload: PayloadOf<S, C>,
      idempotencyKey: string,
    ): Promise<ResultOf<S, C>> => {
      const handler: CommandHandler<PayloadOf<S, C>, ResultOf<S, C>> = COMMAND_HANDLERS[service][command]
      const outcome = await db.transaction(async (tx): Promise<CommandResult<ResultOf<S, C>>> => {
        await lock(tx, idempotencyKey)
        const stored = await find(tx, idempotencyKey)
        // A key belongs to one command, so the stored result has this command's type.
        if (stored) return stored as CommandResult<ResultOf<S, C>>
        const result = await handler(tx, payload, { idempotencyKey, settings })
        if (!('unavailable' in result)) await save(tx, { idempotencyKey, service, command, result })
        return result
      })
      return unwrapResult(outcome)
    },
    readState: (service, orderId) => readers[service](orderId),
  }
}
