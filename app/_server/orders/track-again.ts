/** What an order was placed with, for the browser that placed it and for no other holder of its link. */

import { findIntake, type Intake } from '@/db/queries/orders'
import { isDatabaseDown } from '../http/database-errors'
import { currentActor } from '../identity/session'
import { databaseRest } from '../resting'
import { runtime } from '../runtime'
import { trackTokens } from './track-links'

const INTAKE_MS = 1_000

/** The intake behind a status link where the caller placed it, by account or by a guest's cookie; else null. */
export const ownIntake = async (token: string): Promise<Intake | null> => {
  const app = runtime()
  const orderId = trackTokens(app).verify(token)
  const actor = await currentActor()
  if (orderId === null || actor === null) return null
  try {
    const intake = await databaseRest(app).ask(() => findIntake(app.db, orderId), INTAKE_MS)
    return intake?.principal === actor.principal ? intake : null
  } catch (error) {
    // It only spares typing.
    if (isDatabaseDown(error)) return null
    throw error
  }
}

/** True where the caller placed the order of a status link. */
export const isOwnOrder = async (token: string): Promise<boolean> => (await ownIntake(token)) !== null
