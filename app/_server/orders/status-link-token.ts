/** Token of a status link: key id, order id and a MAC over both. It is derived from the order id and never stored. */

import { createHmac, timingSafeEqual } from 'node:crypto'
import { isCaseId } from '../../../temporal/contract/cases/case-ids'
import type { TrackKey } from '../platform/env'

/** 160 bits; 128 are enough against guessing. */
const MAC_BYTES = 20
const ORDER_PREFIX = 'ord_'
const BODY_LENGTH = 26
/** Longer than any valid token; the rest of a longer one is ignored. */
const MAX_LENGTH = 120

export interface TrackTokens {
  /** Id of the key that signs new tokens. */
  readonly currentKeyId: string
  /**
   * The token of an order; always the same for the same key.
   * @param keyId current key when the order was placed; if it was dropped since, the current key signs
   */
  sign(orderId: string, keyId: string): string
  /** Order id of a valid token, else null. Forged and malformed tokens and dropped keys take the same time. */
  verify(token: string): string | null
}

interface TokenFields {
  keyId: string
  orderId: string
  mac: Buffer
}

const computeMac = (key: TrackKey, orderId: string): Buffer =>
  createHmac('sha256', key.secret).update(`track:${key.id}:${orderId}`).digest().subarray(0, MAC_BYTES)

/** Layout: MAC (20 bytes), order id without its prefix (26), key id (the rest; the only part of variable length). */
const pack = (key: TrackKey, orderId: string): string =>
  Buffer.concat([
    computeMac(key, orderId),
    Buffer.from(orderId.slice(ORDER_PREFIX.length) + key.id, 'ascii'),
  ]).toString('base64url')

const unpack = (token: string): TokenFields => {
  const bytes = Buffer.from(token.slice(0, MAX_LENGTH), 'base64url')
  const text = bytes.subarray(MAC_BYTES).toString('ascii')
  return {
    keyId: text.slice(BODY_LENGTH),
    orderId: ORDER_PREFIX + text.slice(0, BODY_LENGTH),
    mac: Buffer.concat([bytes.subarray(0, MAC_BYTES), Buffer.alloc(MAC_BYTES)]).subarray(0, MAC_BYTES),
  }
}

/** Signs with the first of `keys` and verifies with all. */
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
      // base64url has several spellings of the same bytes; only the canonical one is valid.
      const isCanonical = key !== undefined && isCaseId(orderId) && pack(key, orderId) === token
      return isGenuine && isCanonical ? orderId : null
    },
  }
}
