/** The customer of an order: e-mail address and shipping address. */

import { parseCountry } from '../../../temporal/contract/orders/parse-country'
import type { Mapping, PostalCode, Value } from '../mapping/mapping-schema'
import type { ReadColumn } from '../mapping/template'
import { quoted } from '../read/printable'
import { spellingBefore } from '../values/decoded-twice'
import { isShortPostalCode, padPostalCode } from '../values/postal-code'
import { readValue } from '../values/read-value'
import { hasLostLetters, isMasked, isShortenedNumber } from '../values/unreadable'
import type { ImportAddress } from './plan'
import type { Problems } from './problems'

/** Readers of an order's columns, for values that are codes and for those that are text. */
export interface OrderColumns {
  code: ReadColumn
  text: ReadColumn
}

const NEEDED = { name: 'name', line1: 'street' } as const

/** A text of a person, or a problem where the file lost it. */
const readText = (
  value: Value | undefined,
  read: ReadColumn,
  what: string,
  mapping: Mapping,
  problems: Problems,
) => {
  const text = readValue(value, read)
  if (isMasked(text)) {
    problems.add(`the ${what} is masked (${quoted(text)})`)
    return ''
  }
  if (hasLostLetters(text))
    problems.add(`letters of the ${what} ${quoted(text)} were lost before this file was written`)
  const before = mapping.decodedTwice === 'keep' ? null : spellingBefore(text)
  if (before !== null)
    problems.add(
      `${what} ${quoted(text)} was decoded twice and is likely ${quoted(before)}: mend it, or say "decodedTwice": "repair" in the mapping`,
    )
  return text
}

const readCountry = (value: Value, columns: OrderColumns, problems: Problems): string => {
  const text = readValue(value, columns.code)
  const country = parseCountry(text)
  if (text === '') problems.add('the address has no country')
  else if (country === null)
    problems.add(`country ${quoted(text)} is unknown: name its code in "words" of the mapping`)
  return country ?? ''
}

const readPostalCode = (
  value: PostalCode | undefined,
  country: string,
  columns: OrderColumns,
  problems: Problems,
): string => {
  const code = padPostalCode(readValue(value, columns.code), country, value)
  if (isShortenedNumber(code)) problems.add(`postal code ${quoted(code)} was shortened by a spreadsheet`)
  if (isShortPostalCode(code, country))
    problems.add(
      `${quoted(code)} is no postal code of ${country}: spreadsheets drop zeros in front; "pad" in the mapping puts them back`,
    )
  return code
}

const OPTIONAL_TEXTS = { line2: 'second address line', city: 'city', region: 'region' } as const

/** The shipping address. What it needs beyond name, street and country is decided by the product for each country. */
export const toAddress = (columns: OrderColumns, mapping: Mapping, problems: Problems): ImportAddress => {
  const values = mapping.order.shippingAddress
  const text = (field: keyof typeof NEEDED | keyof typeof OPTIONAL_TEXTS, what: string) =>
    readText(values[field], columns.text, what, mapping, problems)
  const [name, line1] = [text('name', NEEDED.name), text('line1', NEEDED.line1)]
  const missing = [...(name ? [] : [NEEDED.name]), ...(line1 ? [] : [NEEDED.line1])]
  if (missing.length > 0) problems.add(`the delivery address has no ${missing.join(' and no ')}`)
  const country = readCountry(values.country, columns, problems)
  const postalCode = readPostalCode(values.postalCode, country, columns, problems)
  const optional = Object.entries(OPTIONAL_TEXTS).map(([field, what]) => [field, text(field as 'city', what)])
  return {
    name,
    line1,
    country,
    ...(postalCode === '' ? {} : { postalCode }),
    ...Object.fromEntries(optional.filter(([, filled]) => filled !== '')),
  }
}

/** The e-mail address. */
export const toEmail = (columns: OrderColumns, mapping: Mapping, problems: Problems): string => {
  const email = readValue(mapping.order.email, columns.code)
  if (email === '') problems.add('there is no e-mail address')
  else if (isMasked(email)) problems.add(`the e-mail address is masked (${quoted(email)})`)
  return email
}
