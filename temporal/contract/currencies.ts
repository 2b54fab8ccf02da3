/**
 * The currencies that an amount may have: every code of ISO 4217, list one, that has a minor unit, funds such as CLF and
 * CHE included. Codes without one (metals, XDR, bond units, XTS, XXX) cannot be amounts: see decision 32.
 */

import { CODES_OF_0_DIGITS, CODES_OF_3_DIGITS, CODES_OF_4_DIGITS } from './money'

/** Publication date of the list. Newer since 2024: XCG, XAD, ZWG; withdrawn: ANG, BGN, CUC, HRK, SLL, ZWL. */
export const ISO_4217_DATE = '2026-01-01'

const CODES_OF_2_DIGITS = `
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
  CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL
  HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU
  MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR
  SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED
  VES WST XAD XCD XCG YER ZAR ZMW ZWG`

/** Sorted codes. */
export const CURRENCIES: readonly string[] = [
  CODES_OF_0_DIGITS,
  CODES_OF_2_DIGITS,
  CODES_OF_3_DIGITS,
  CODES_OF_4_DIGITS,
]
  .flatMap((codes) => codes.trim().split(/\s+/))
  .sort()

/** True for a code of `CURRENCIES`, in capitals. */
export const isCurrency = (code: string): boolean => CURRENCIES.includes(code)
