/**
 * Temporal's default converter, except that what cannot be decoded becomes a value instead of an error: a signal sent
 * with an unknown encoding would otherwise fail every workflow task of its run for good.
 */

import { DefaultPayloadConverter, type Payload } from '@temporalio/common'

/** Stands in for a payload that could not be decoded; no guard of ours accepts it. */
export interface Unreadable {
  unreadable: string
}

class LenientPayloadConverter extends DefaultPayloadConverter {
  override fromPayload<T>(payload: Payload): T {
    try {
      return super.fromPayload<T>(payload)
    } catch (error) {
      const unreadable: Unreadable = { unreadable: error instanceof Error ? error.message : String(error) }
      return unreadable as T
    }
  }
}

export const payloadConverter = new LenientPayloadConverter()
