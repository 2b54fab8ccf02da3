/** Links to the status pages of orders. */

import type { Context } from '@/app/_server/auth/context'
import { AppError } from '@/temporal/contract/errors'
import * as paths from '@/temporal/contract/paths'
import type { Runtime } from '../platform/runtime'
import { createTrackTokens, type TrackTokens } from './status-link-token'

/** Signs and verifies the tokens of status links. */
export const trackTokens = (runtime: Runtime): TrackTokens =>
  runtime.shared('track-tokens', () => createTrackTokens(runtime.env.trackKeys))

/**
 * The absolute URL of an order's status page; always the same for an order.
 * @param trackKeyId current signing key when the order was placed
 */
export const toStatusUrl = (runtime: Runtime, orderId: string, trackKeyId: string): string =>
  runtime.env.appUrl + paths.track(trackTokens(runtime).sign(orderId, trackKeyId))

/**
 * Order id in the token of a status link.
 * @throws AppError NOT_FOUND, the same for a forged token as for an unknown order
 */
export const requireTrackedOrderId = ({ runtime }: Pick<Context, 'runtime'>, token: string): string => {
  const orderId = trackTokens(runtime).verify(token)
  if (orderId === null) throw new AppError('NOT_FOUND')
  return orderId
}
