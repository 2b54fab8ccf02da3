import { describe, expect, it } from 'vitest'
import { getAddressFormat, UNKNOWN_FORMAT } from '@/temporal/contract/addresses/get-address-format'
import { startRegion, toTyped } from './region-text'

const formatOf = (country: string) => getAddressFormat(country) ?? UNKNOWN_FORMAT
/** The fields of a country, as a form holds them. */
const fields = (country: string, region: string) => ({
  'shippingAddress.country': country,
  'shippingAddress.region': region,
  ...(formatOf(country).regions.length > 0 ? { regionOf: country } : {}),
})
const start = (country: string, typed: Record<string, string>, values: Record<string, string> = {}) =>
  startRegion(formatOf(country), typed, values)

describe('a region that was chosen from a list', () => {
  it.each([
    ['US', 'PA', 'BR'],
    ['BR', 'PA', 'US'],
    ['BR', 'MS', 'US'],
    ['CA', 'NT', 'AU'],
    ['US', 'CO', 'IT'],
  ])('of %s, %s, is none of %s, whether it was chosen, answered or restored', (from, code, to) => {
    const chosen = fields(from, code)
    expect(start(to, toTyped(chosen))).toBe('')
    expect(start(to, {}, chosen)).toBe('')
    // An earlier order holds no more than the address.
    expect(start(to, toTyped(chosen), { ...chosen, regionOf: '' })).toBe('')
  })

  it('is there again with its country', () => {
    const typed = { ...toTyped(fields('US', 'PA')), ...toTyped(fields('BR', 'SP')) }
    expect(start('US', typed)).toBe('PA')
    expect(start('BR', typed)).toBe('SP')
  })

  it('stays empty where it was taken back', () => {
    expect(start('US', toTyped(fields('US', '')), fields('US', 'PA'))).toBe('')
  })

  it('outlives the fields of another country that are drawn before its own', () => {
    const values = fields('CA', 'ON')
    expect(start('US', {}, values)).toBe('')
    expect(start('CA', toTyped(fields('US', '')), values)).toBe('ON')
    expect(start('CA', toTyped(fields('', '')), values)).toBe('ON')
  })
})

it('takes a region that was typed as text into the list that has it', () => {
  const typed = toTyped(fields('', 'ontario'))
  expect(start('CA', typed)).toBe('ON')
  expect(start('IT', typed)).toBe('')
})
