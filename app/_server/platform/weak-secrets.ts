/** Detects secrets that are printed in documentation or made of too few different characters. */

export const MIN_SECRET_LENGTH = 32
const MIN_DISTINCT = 10

const WELL_KNOWN =
  /change[-_ ]?me|example|placeholder|your[-_ ]?secret|better-auth-secret|password|development|test[-_ ]?secret/i

/** True for a secret that can be guessed. */
export const isWeakSecret = (secret: string): boolean =>
  WELL_KNOWN.test(secret) || new Set(secret).size < MIN_DISTINCT
