/**
 * Digits of a currency's minor unit by ISO 4217, never by `Intl`: it has other digits for sixteen currencies (HUF, COP,
 * PKR, IDR and ALL show none, IQD too), and Node.js and a browser differ (RSD: 2 and 0).
 *
 * Only the exceptions to 2 stand here, since pages load this file. The whole list: `currencies.ts`.
 */

export const CODES_BY_DIGITS = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
  3: 'BHD IQD JOD KWD LYD OMR TND'.split(' '),
  4: 'CLF UYW'.split(' '),
} as const

/**
 * Digits behind the decimal point of an amount: 0 of JPY, 2 of USD, 3 of KWD, 4 of CLF.
 * @param currency ISO 4217; 2 for a code that is none any more, since old cases still show theirs
 */
export const minorDigits = (currency: string): number => {
  for (const digits of [0, 3, 4] as const) if (CODES_BY_DIGITS[digits].includes(currency)) return digits
  return 2
}
