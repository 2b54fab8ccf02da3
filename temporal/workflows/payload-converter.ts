/**
 * Temporal's default converter, except that a payload that cannot be decoded becomes a value instead of an error: a
 * signal with an unknown encoding would otherwise fail every workflow task of its run.
 */

import { DefaultPayloadConverter, type Payload } from '@temporalio/common'

/** Stands for a payload that could not be decoded; every signal parser refuses it. */
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
