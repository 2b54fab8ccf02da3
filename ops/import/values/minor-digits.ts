/** The one place of the import that knows how many digits the minor unit of a currency has. */

const NO_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')

/**
 * Digits of the minor unit by ISO 4217 (list of 2026-01-01).
 * @param currency ISO 4217
 */
export const minorDigits = (currency: string): number => {
  if (NO_DIGITS.includes(currency)) return 0
  return THREE_DIGITS.includes(currency) ? 3 : 2
}
