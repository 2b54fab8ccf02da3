/** Ids for the browser. `crypto.randomUUID` exists on secure origins only, `crypto.getRandomValues` everywhere. */

const BYTES = 16

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** 32 random hexadecimal digits. */
export const randomId = (): string => toHex(crypto.getRandomValues(new Uint8Array(BYTES)))
