/** Links to the status pages of orders. */

import { paths } from '@/temporal/contract/paths'
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
  runtime.env.appUrl + paths.track(trackTokens(runtime).sign(orderId, trackKeyId))
