/** Money is integer cents with an ISO 4217 code; this is the only formatter. */

export const DEFAULT_CURRENCY = 'USD'

/**
 * Money as people read it, such as `$412.50`.
 * @param amountCents integer hundredths of the currency's unit
 * @param currency ISO 4217
 */
export const formatMoney = (amountCents: number, currency: string, locale = 'en-US'): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amountCents / 100)
