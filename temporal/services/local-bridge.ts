/** The bridge to services that live in this process and keep their tables in Postgres. */

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
import { processPayment, refundPayment } from './payment'
import { createShipment } from './shipping'

const COMMAND_HANDLERS: {
  [S in ServiceName]: { [C in CommandOf<S>]: CommandHandler<PayloadOf<S, C>, ResultOf<S, C>> }
} = {
  inventory: { reserveInventory, releaseStock },
  payment: { processPayment, refundPayment },
  shipping: { createShipment },
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The result, or the error that the answer stands for; a provider that keeps us waiting does so here, unlocked. */
const unwrapResult = async <R>(answer: CommandResult<R>): Promise<R> => {
  if ('ok' in answer) return answer.ok
  if ('refused' in answer) throw new BusinessError(answer.refused, answer.message)
  await sleep(answer.afterMs)
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
    const handler: CommandHandler<PayloadOf<S, C>, ResultOf<S, C>> = COMMAND_HANDLERS[service][command]
    const answer = await db.transaction(async (tx): Promise<CommandResult<ResultOf<S, C>>> => {
      await lock(tx, idempotencyKey)
      const first = await find(tx, idempotencyKey)
      // A key belongs to one command, whose result type this is.
      if (first) return first as CommandResult<ResultOf<S, C>>
      const result = await handler(tx, payload, { idempotencyKey, settings })
      if (!('unavailable' in result)) await save(tx, { idempotencyKey, service, command, result })
      return result
    })
    return unwrapResult(answer)
  },
})
