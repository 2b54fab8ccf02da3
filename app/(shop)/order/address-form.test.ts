import { describe, expect, it } from 'vitest'
import { addressErrorsFor } from '@/components/shop/messages/address-errors'
import { messagesFor } from '@/components/shop/messages/shop-messages'
import { COUNTRIES } from '@/temporal/contract/orders/countries'
import {
  askAboutAddress,
  dropForeignRegion,
  readTypedAddress,
  toAddressState,
  toPartErrors,
} from './address-form'
import { findFieldErrors } from './order-form'

const GERMAN = {
  'shippingAddress.name': 'Ada',
  'shippingAddress.line1': '1 Quay',
  'shippingAddress.city': 'Köln',
  'shippingAddress.postalCode': '50667',
  'shippingAddress.country': 'DE',
}
const ask = (values: Record<string, string>) => askAboutAddress(values, addressErrorsFor('en'), 'en')

describe('the fields', () => {
  const partsOf = (values: Record<string, string>, home: string | null = null) =>
    toAddressState(values, home).format.parts.map(({ part }) => part)

  it('are those of the chosen country, else those of the reader, else of most', () => {
    expect(partsOf({ 'shippingAddress.country': 'AE' }, 'DE')).toEqual(['line1', 'line2', 'region'])
    expect(partsOf({}, 'DE')).toEqual(['line1', 'line2', 'postalCode', 'city'])
    expect(partsOf({})).toEqual(['line1', 'line2', 'city', 'region', 'postalCode'])
    expect(partsOf({ 'shippingAddress.country': 'XX' })).toEqual(partsOf({}))
  })

  it('take the country by its name where the list was left alone', () => {
    expect(readTypedAddress({ countryName: 'Germany' })).toEqual({ country: 'Germany' })
    expect(readTypedAddress({ countryName: 'Germany', 'shippingAddress.country': 'AT' })).toEqual({
      country: 'AT',
    })
    expect(partsOf({ countryName: 'VAE' })).toEqual(['line1', 'line2', 'region'])
  })
})

describe('a region from a list', () => {
  const chosen = { 'shippingAddress.country': 'US', 'shippingAddress.region': 'PA', regionOf: 'US' }

  it.each([
    ['stays with its country', chosen, 'PA'],
    ['stays while no country is chosen', { ...chosen, 'shippingAddress.country': '' }, 'PA'],
    ['goes with its country', { ...chosen, 'shippingAddress.country': 'BR' }, undefined],
    [
      'goes with a country by its name',
      { ...chosen, 'shippingAddress.country': '', countryName: 'Brazil' },
      undefined,
    ],
  ])('%s', (_what, values, region) => {
    expect(dropForeignRegion(values)['shippingAddress.region']).toBe(region)
  })

  it('is told from a text', () => {
    const { regionOf: _, ...text } = chosen
    expect(dropForeignRegion({ ...text, 'shippingAddress.country': 'BR' })['shippingAddress.region']).toBe(
      'PA',
    )
  })
})

describe('a missing part', () => {
  it.each(['en', 'de'] as const)('has a sentence in %s in every country', (language) => {
    for (const country of COUNTRIES) {
      const values = {
        'shippingAddress.country': country,
        email: 'ada@example.com',
        'quantity.A': '1',
        paymentToken: 'tok_approved',
      }
      const errors = findFieldErrors(
        values,
        messagesFor(language),
        toPartErrors(values, addressErrorsFor(language)),
      )
      const required = toAddressState(values).format.parts.filter((part) => part.required)
      expect(Object.keys(errors).sort(), country).toEqual(
        ['name', ...required.map(({ part }) => part)].map((part) => `shippingAddress.${part}`).sort(),
      )
    }
  })
})

describe('an unusual postal code', () => {
  const unusual = { ...GERMAN, 'shippingAddress.postalCode': '1234' }

  it('is asked about once, with a code of the country', () => {
    expect(ask(GERMAN)).toEqual({})
    expect(ask(unusual)).toEqual({
      'shippingAddress.postalCode': expect.stringMatching(/^This looks unusual \(Germany: such as \d{5}\)/),
    })
    expect(ask({ ...unusual, confirmedPostalCode: toAddressState(unusual).doubt?.value ?? '' })).toEqual({})
  })

  it('is asked about again where it or the country was changed since', () => {
    const confirmedPostalCode = toAddressState(unusual).doubt?.value ?? ''
    for (const change of [{ 'shippingAddress.postalCode': '12345678' }, { 'shippingAddress.country': 'US' }])
      expect(ask({ ...unusual, confirmedPostalCode, ...change })).toHaveProperty([
        'shippingAddress.postalCode',
      ])
  })

  it('does not keep the customer from a region of the list', () => {
    const texan = { 'shippingAddress.country': 'CA', 'shippingAddress.region': 'Texas' }
    expect(ask(texan)).toEqual({ 'shippingAddress.region': 'Enter the province.' })
  })
})
