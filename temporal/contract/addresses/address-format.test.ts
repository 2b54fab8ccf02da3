/** Every country against every part of an address. */

import { describe, expect, it } from 'vitest'
import { toPlacement } from '@/app/(shop)/order/order-form'
import { ADDRESS_LABELS, ADDRESS_PARTS, type AddressPart } from '../orders/address-format'
import { COUNTRIES } from '../orders/countries'
import type { Address } from '../orders/order'
import { AddressFormatSchema } from '../schemas/address-response'
import { PlacementBody } from '../schemas/order-request'
import { toAddressLines } from './address-lines'
import { findDoubtfulParts } from './check-address'
import { getAddressFormat } from './get-address-format'
import { normalizeAddress } from './normalize-address'

const formatOf = (country: string) => {
  const format = getAddressFormat(country)
  if (!format) throw new Error(`no format of ${country}`)
  return format
}

type Need = 'required' | 'optional' | 'none'

const needOf = (country: string, part: AddressPart): Need => {
  const found = formatOf(country).parts.find((one) => one.part === part)
  if (!found) return 'none'
  return found.required ? 'required' : 'optional'
}

const countNeeds = (part: AddressPart): Record<Need, number> => {
  const needs = COUNTRIES.map((country) => needOf(country, part))
  const count = (need: Need) => needs.filter((one) => one === need).length
  return { required: count('required'), optional: count('optional'), none: count('none') }
}

/** An address with every part of the country. */
const completeAddress = (country: string): Address => {
  const { regions, postalCodeExample } = formatOf(country)
  const all = {
    line1: '1 Quay',
    line2: 'Flat 2',
    district: 'Old Town',
    city: 'Somewhere',
    region: regions[0]?.value ?? 'Some region',
    postalCode: postalCodeExample ?? '1',
  }
  const had = ADDRESS_PARTS.filter((part) => needOf(country, part) !== 'none')
  const parts = Object.fromEntries(had.map((part) => [part, all[part]]))
  return { name: 'Ada', city: '', postalCode: '', line1: '', ...parts, country }
}

const toApiBody = (shippingAddress: Partial<Address>) => ({
  idempotencyKey: 'k',
  email: 'ada@example.com',
  items: [{ sku: 'A', quantity: 1 }],
  shippingAddress,
  paymentToken: 'tok_approved',
})

const toFormBody = (address: Partial<Address>) =>
  toPlacement({
    email: 'ada@example.com',
    'quantity.A': '1',
    paymentToken: 'tok_approved',
    ...Object.fromEntries(Object.entries(address).map(([part, value]) => [`shippingAddress.${part}`, value])),
  })

const PATHS = [
  ['the API', toApiBody],
  ['the form', toFormBody],
] as const

const refusedPaths = (body: unknown): string[] =>
  PlacementBody.safeParse(body).error?.issues.map(({ path }) => path.join('.')) ?? []

describe('the parts of an address', () => {
  it.each<[AddressPart, Record<Need, number>]>([
    ['line1', { required: 252, optional: 0, none: 0 }],
    ['line2', { required: 0, optional: 252, none: 0 }],
    ['postalCode', { required: 74, optional: 108, none: 70 }],
    ['city', { required: 239, optional: 6, none: 7 }],
    ['region', { required: 36, optional: 39, none: 177 }],
    ['district', { required: 0, optional: 14, none: 238 }],
  ])('count %s in 252 countries and territories', (part, needs) => {
    expect(countNeeds(part)).toEqual(needs)
  })

  it.each(COUNTRIES)('of %s are described as the API says, by labels that pages know', (country) => {
    const format = AddressFormatSchema.parse(formatOf(country))
    expect(ADDRESS_LABELS).toEqual(expect.arrayContaining(format.parts.map(({ label }) => label)))
    expect(new Set(format.regions.map(({ value }) => value)).size).toBe(format.regions.length)
  })

  it.each([
    ['HK', { city: 'district', region: 'area' }],
    ['AE', { region: 'emirate' }],
    ['JP', { region: 'prefecture', postalCode: 'postal' }],
    ['IE', { region: 'county', postalCode: 'eircode' }],
    ['IN', { region: 'state', postalCode: 'pin' }],
    ['US', { region: 'state', postalCode: 'zip' }],
    ['GB', { city: 'post_town', postalCode: 'postal' }],
  ])('of %s are called %j', (country, labels) => {
    const { parts } = formatOf(country)
    expect(Object.fromEntries(parts.map(({ part, label }) => [part, label]))).toMatchObject(labels)
  })
})

for (const [name, toBody] of PATHS)
  describe(`an order through ${name}`, () => {
    it.each(COUNTRIES)('to %s needs what its country requires, and nothing else', (country) => {
      const address = completeAddress(country)
      expect(refusedPaths(toBody(address)), 'complete').toEqual([])
      for (const part of ADDRESS_PARTS) {
        const { [part]: _, ...without } = address
        const refused = needOf(country, part) === 'required' ? [`shippingAddress.${part}`] : []
        expect(refusedPaths(toBody(without)), `without ${part}`).toEqual(refused)
      }
    })

    it.each(['XX', 'ZZ', 'Atlantis', 'EU'])('to %s is refused', (country) => {
      expect(refusedPaths(toBody({ ...completeAddress('DE'), country }))).toEqual(['shippingAddress.country'])
    })
  })

describe('a complete address', () => {
  it.each(COUNTRIES)('of %s raises no doubt, loses nothing on its label, and stays as it is', (country) => {
    const address = normalizeAddress(completeAddress(country))
    expect(findDoubtfulParts(address)).toEqual([])
    expect(normalizeAddress(address)).toEqual(address)
    const label = toAddressLines(address).join('\n')
    const { country: _, ...parts } = address
    for (const value of Object.values(parts)) expect(label).toContain(value)
  })

  it.each(COUNTRIES)('of %s keeps and prints parts that the country does not have', (country) => {
    const extra = { district: 'Mid', city: 'Town', region: 'Shire', postalCode: '9-9' }
    const address = normalizeAddress({ ...completeAddress(country), ...extra })
    const label = toAddressLines(address).join('\n')
    for (const value of Object.values(extra)) expect(label).toContain(value)
  })
})
