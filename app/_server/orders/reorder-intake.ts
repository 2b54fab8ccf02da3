/** Defaults for ordering again, only for the caller who placed the order, not for every holder of its link. */

import type { Intake } from '@/db/queries/orders/orders'
import { currentActor } from '../auth/current-actor'
import { runtime } from '../platform/runtime'
import { readIntake } from './order-access'
import { trackTokens } from './status-link'

/** The intake behind a status link if the caller placed it, else null; also null while Postgres is down. */
export const getOwnIntake = async (token: string): Promise<Intake | null> => {
  const app = runtime()
  const orderId = trackTokens(app).verify(token)
  const actor = await currentActor()
  if (orderId === null || actor === null) return null
  const intake = await readIntake(app, orderId)
  return intake?.principal === actor.principal ? intake : null
}

/** True if the caller placed the order behind a status link. */
export const isOwnOrder = async (token: string): Promise<boolean> => (await getOwnIntake(token)) !== null
