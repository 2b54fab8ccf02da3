/** What an order was placed with, for the browser that placed it and for no other holder of its link. */

import { type Intake, selectIntake } from '@/db/queries/orders/orders'
import { currentActor } from '../auth/current-actor'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { runtime } from '../platform/runtime'
import { trackTokens } from './track-links'

const INTAKE_MS = 1_000

/** The intake behind a status link where the caller placed it, by account or by a guest's cookie; else null. */
export const getOwnIntake = async (token: string): Promise<Intake | null> => {
  const app = runtime()
  const orderId = trackTokens(app).verify(token)
  const actor = await currentActor()
  if (orderId === null || actor === null) return null
  try {
    const intake = await databaseBreaker(app).execute(() => selectIntake(app.db, orderId), INTAKE_MS)
    return intake?.principal === actor.principal ? intake : null
  } catch (error) {
    // It only spares typing.
    if (isDatabaseDown(error)) return null
    throw error
  }
}

/** True where the caller placed the order of a status link. */
export const isOwnOrder = async (token: string): Promise<boolean> => (await getOwnIntake(token)) !== null
