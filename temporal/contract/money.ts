/** Money is an integer of the currency's minor unit with an ISO 4217 code; this is its only formatter. */

export const DEFAULT_CURRENCY = 'USD'

/**
 * Codes whose minor unit has other digits than 2, by ISO 4217 and never by `Intl`: it has other digits for sixteen
 * currencies (HUF, COP, PKR, IDR and ALL show none, IQD too), and Node.js and a browser differ (RSD: 2 and 0). Only these
 * stand here, since pages load this file. The whole list: `currencies.ts`.
 */
export const CODES_OF_0_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
export const CODES_OF_3_DIGITS = 'BHD IQD JOD KWD LYD OMR TND'
export const CODES_OF_4_DIGITS = 'CLF UYW'

/**
 * Digits behind the decimal point of an amount: 0 of JPY, 2 of USD, 3 of KWD, 4 of CLF.
 * @param currency ISO 4217; 2 for a code that is none any more, since old cases still show theirs
 */
export const minorDigits = (currency: string): number => {
  if (CODES_OF_0_DIGITS.includes(currency)) return 0
  if (CODES_OF_3_DIGITS.includes(currency)) return 3
  return CODES_OF_4_DIGITS.includes(currency) ? 4 : 2
}

/**
 * Currencies that are shown by their sign. Others are shown by their code, since their signs differ between the ICU of
 * Node.js and that of a browser (XCG: `Cg.` and `XCG`) or changed lately (XOF, PHP).
 */
const SHOWN_BY_SIGN = 'AUD BRL CAD CNY EUR GBP HKD ILS INR JPY KRW MXN NZD TWD USD VND XCD'

/**
 * Money as people read it, such as `$412.50`, `¥5,800` or `KWD 1.250`.
 * @param amountCents integer of the currency's minor unit; exact up to 15 figures
 * @param currency ISO 4217
 */
export const formatMoney = (amountCents: number, currency: string, locale = 'en-US'): string => {
  const digits = minorDigits(currency)
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: SHOWN_BY_SIGN.includes(currency) ? 'symbol' : 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amountCents / 10 ** digits)
}
