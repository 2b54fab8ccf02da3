/** Addresses in requests, and requests about addresses. */

import { z } from 'zod'
import { findMissingParts } from '../addresses/check-address'
import { normalizeAddress } from '../addresses/normalize-address'
import { MAX_LINE } from '../addresses/split-street'
import type { Address } from '../orders/order'
import { parseCountry } from '../orders/parse-country'
import { multilineText, optionalText, text } from './request-fields'

/** A street in several lines, of which each is at most `MAX_LINE` long. */
const MAX_STREET = 2 * MAX_LINE

/** The parts that some countries require. */
const MISSING = {
  city: 'The city is missing',
  region: 'The region is missing: addresses in this country need it',
  postalCode: 'The postal code is missing: addresses in this country need it',
} as const

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What can be read of an address that may have other faults, so that all are named at once. */
const readDraft = (value: unknown): Address => {
  const texts = Object.entries(isObject(value) ? value : {}).filter(([, text]) => typeof text === 'string')
  return normalizeAddress({ name: '', line1: '', country: '', ...Object.fromEntries(texts) })
}

const has = (part: keyof typeof MISSING) => (value: unknown) =>
  !findMissingParts(readDraft(value)).includes(part)

const rule = (path: keyof Address, error: string) => ({
  path: [path],
  error,
  when: ({ value }: { value: unknown }) => isObject(value),
})

const checkLines = (address: Address, ctx: z.RefinementCtx): void => {
  for (const path of ['line1', 'line2'] as const)
    if ((address[path]?.length ?? 0) > MAX_LINE)
      ctx.addIssue({
        code: 'custom',
        path: [path],
        message: `The line is longer than ${MAX_LINE} characters`,
      })
}

const isKnownCountry = (value: unknown): boolean => {
  const { country } = isObject(value) ? value : {}
  return typeof country !== 'string' || country === '' || parseCountry(country) !== null
}

/** The address of an order: its parts follow its country, and it has one spelling afterwards. */
export const address = z
  .strictObject(
    {
      name: text('The name', 100),
      line1: multilineText('The street', MAX_STREET).describe('Several lines are kept as two'),
      line2: optionalText('The second address line', MAX_LINE),
      district: optionalText('The district', 100),
      city: optionalText('The city', 100).describe('Needed where the country’s addresses have one'),
      region: optionalText('The region', 100).describe('Needed where the country’s addresses have one'),
      postalCode: optionalText('The postal code', 20).describe('Needed where the country has them'),
      country: text('The country', 60).describe('A code of ISO 3166-1, or a name such as Germany'),
    },
    { error: (issue) => (issue.code === 'invalid_type' ? 'The shipping address is missing' : undefined) },
  )
  .refine(has('city'), rule('city', MISSING.city))
  .refine(has('region'), rule('region', MISSING.region))
  .refine(has('postalCode'), rule('postalCode', MISSING.postalCode))
  .refine(isKnownCountry, rule('country', 'There is no country of this code or name'))
  .transform(normalizeAddress)
  .superRefine(checkLines)

/** The code of a country that is sent by its code or its name. */
const countryCode = text('The country', 60).transform((country, ctx) => {
  const code = parseCountry(country)
  if (code === null) ctx.addIssue({ code: 'custom', message: `There is no country ${country}` })
  return code ?? ''
})

export const ReadAddressFormat = z.strictObject({ country: countryCode })
export type ReadAddressFormat = z.output<typeof ReadAddressFormat>
