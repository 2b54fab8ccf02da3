/** Links to the status pages of orders. */

import type { Context } from '@/app/_server/auth/context'
import { AppError } from '@/temporal/contract/errors'
import type { Runtime } from '../platform/runtime'
import { createTrackTokens, type TrackTokens } from './track-token'

/** The process's tokens of status links. */
export const trackTokens = (runtime: Runtime): TrackTokens =>
  runtime.shared('track-tokens', () => createTrackTokens(runtime.env.trackKeys))

/**
 * The absolute link of an order's status page, the same each time.
 * @param trackKeyId key in force when the order was placed
 */
export const toStatusUrl = (runtime: Runtime, orderId: string, trackKeyId: string): string =>
  `${runtime.env.appUrl}/track/${trackTokens(runtime).sign(orderId, trackKeyId)}`

/**
 * Order id behind the token of a status link.
 * @throws AppError NOT_FOUND, the same for a forged token as for an order that never was
 */
export const requireTrackedOrderId = ({ runtime }: Pick<Context, 'runtime'>, token: string): string => {
  const orderId = trackTokens(runtime).verify(token)
  if (orderId === null) throw new AppError('NOT_FOUND')
  return orderId
}
