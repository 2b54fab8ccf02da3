/** The token of a status link: key id, order id and a MAC over both. Derived, never stored, never guessable. */

import { createHmac, timingSafeEqual } from 'node:crypto'
import { isCaseId } from '../../../temporal/contract/cases/case-ids'
import type { TrackKey } from '../platform/env'

/** 160 bits, above the 128 that make guessing hopeless. */
const MAC_BYTES = 20
const ORDER_PREFIX = 'ord_'
const BODY_LENGTH = 26
/** Longer than any token we make; what is longer is not looked at. */
const MAX_LENGTH = 120

export interface TrackTokens {
  /** Id of the key that signs from now on. */
  readonly currentKeyId: string
  /**
   * The token of an order, the same each time.
   * @param keyId key in force when the order was placed; one that was dropped since is replaced by the current one
   */
  sign(orderId: string, keyId: string): string
  /** Order id of a valid token, else null: forged, malformed and dropped keys alike, after the same work. */
  verify(token: string): string | null
}

interface Parts {
  keyId: string
  orderId: string
  mac: Buffer
}

const computeMac = (key: TrackKey, orderId: string): Buffer =>
  createHmac('sha256', key.secret).update(`track:${key.id}:${orderId}`).digest().subarray(0, MAC_BYTES)

/** The MAC's bytes, then the order id's body, then the key's id, which alone has no fixed length. */
const pack = (key: TrackKey, orderId: string): string =>
  Buffer.concat([
    computeMac(key, orderId),
    Buffer.from(orderId.slice(ORDER_PREFIX.length) + key.id, 'ascii'),
  ]).toString('base64url')

const unpack = (token: string): Parts => {
  const bytes = Buffer.from(token.slice(0, MAX_LENGTH), 'base64url')
  const text = bytes.subarray(MAC_BYTES).toString('ascii')
  return {
    keyId: text.slice(BODY_LENGTH),
    orderId: ORDER_PREFIX + text.slice(0, BODY_LENGTH),
    mac: Buffer.concat([bytes.subarray(0, MAC_BYTES), Buffer.alloc(MAC_BYTES)]).subarray(0, MAC_BYTES),
  }
}

/** Signs and verifies with `keys`: the first signs, all verify. */
export const createTrackTokens = (keys: readonly [TrackKey, ...TrackKey[]]): TrackTokens => {
  const [current] = keys
  const find = (id: string): TrackKey | undefined => keys.find((key) => key.id === id)
  return {
    currentKeyId: current.id,
    sign: (orderId, keyId) => pack(find(keyId) ?? current, orderId),
    verify: (token) => {
      const { keyId, orderId, mac } = unpack(token)
      const key = find(keyId)
      const isGenuine = timingSafeEqual(computeMac(key ?? current, orderId), mac)
      // Only the one spelling that we made: base64url has others for the same bytes.
      const isOurs = key !== undefined && isCaseId(orderId) && pack(key, orderId) === token
      return isGenuine && isOurs ? orderId : null
    },
  }
}
