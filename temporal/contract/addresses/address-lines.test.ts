import { describe, expect, it } from 'vitest'
import { toAddressLines, toPlaceLines } from './address-lines'
import { findDoubtfulParts } from './check-address'
import { normalizeAddress, type SentAddress } from './normalize-address'

const ADA = { name: 'Ada', line1: '1 Quay' }

const linesOf = (sent: Omit<SentAddress, 'name'> & { name?: string }) =>
  toAddressLines(normalizeAddress({ ...ADA, ...sent }))

describe('a label', () => {
  it.each<[string, SentAddress, string[]]>([
    [
      'Germany',
      { ...ADA, city: 'Köln', postalCode: '50667', country: 'DE' },
      ['Ada', '1 Quay', '50667 Köln'],
    ],
    [
      'Britain',
      { ...ADA, city: 'Leeds', postalCode: 'LS1 4AP', country: 'GB' },
      ['Ada', '1 Quay', 'Leeds', 'LS1 4AP'],
    ],
    [
      'the United States',
      { ...ADA, city: 'Boise', region: 'Idaho', postalCode: '83702', country: 'US' },
      ['Ada', '1 Quay', 'Boise, ID 83702'],
    ],
    [
      'Switzerland, with its prefix once',
      { ...ADA, city: 'Zürich', postalCode: 'CH-8001', country: 'CH' },
      ['Ada', '1 Quay', 'CH-8001 Zürich'],
    ],
    ['the Emirates', { ...ADA, city: 'Dubai', country: 'AE' }, ['Ada', '1 Quay', 'Dubai']],
    [
      'Ireland without an Eircode',
      { ...ADA, city: 'Cork', region: 'County Cork', country: 'IE' },
      ['Ada', '1 Quay', 'Cork', 'Co. Cork'],
    ],
    [
      'Japan in Latin letters',
      { ...ADA, region: '東京都', postalCode: '104-0061', country: 'JP' },
      ['Ada', '1 Quay, Tokyo', '104-0061'],
    ],
    [
      'Japan in its own script',
      { ...ADA, line1: '銀座1-2', region: 'Tokyo', postalCode: '104-0061', country: 'JP' },
      ['〒104-0061', '東京都', '銀座1-2', 'Ada'],
    ],
    [
      'Shanghai, which is city and region',
      { ...ADA, line1: '中山路 5 号', city: '上海', postalCode: '200001', country: 'CN' },
      ['200001', '上海', '中山路 5 号', 'Ada'],
    ],
    [
      'Korea in its own script',
      { ...ADA, line1: '세종대로 110', city: '수원시', region: '경기도', postalCode: '16490', country: 'KR' },
      ['경기 수원시', '세종대로 110', 'Ada', '16490'],
    ],
    [
      'Hong Kong with a made-up code',
      { ...ADA, region: 'Kowloon', postalCode: '999077', country: 'HK' },
      ['Ada', '1 Quay', 'Kowloon', '999077'],
    ],
    ['a territory whose name is a line of the format', { ...ADA, country: 'GI' }, ['Ada', '1 Quay']],
    [
      'a country that is not known',
      { ...ADA, city: 'Atlantis', postalCode: '1', country: 'XX' },
      ['Ada', '1 Quay', 'Atlantis', '1'],
    ],
  ])('of %s', (_, sent, lines) => {
    expect(linesOf(sent)).toEqual(lines)
  })

  it('has name and place alone for pages without the street', () => {
    const place = (sent: Partial<SentAddress>) =>
      toPlaceLines(normalizeAddress({ ...ADA, country: 'AE', ...sent }))
    expect(place({ city: 'Dubai' })).toEqual(['Ada', 'Dubai'])
    expect(place({ country: 'US', city: 'Boise', region: 'ID', postalCode: '83702' })).toEqual([
      'Ada',
      'Boise',
    ])
    expect(place({ country: 'JP', line1: '銀座1-2', region: 'Tokyo' })).toEqual(['東京都', 'Ada'])
  })
})

describe('a country that is not known', () => {
  it.each(['(', '$&', '__proto__', 'x'.repeat(60)])('such as %s stays as it is', (country) => {
    const address = normalizeAddress({ ...ADA, city: 'Atlantis', region: 'North', country })
    expect([address.country, address.region]).toEqual([country, 'North'])
    expect(toAddressLines(address)).toEqual(['Ada', '1 Quay', 'Atlantis', 'North'])
  })
})

describe('a street', () => {
  it.each([
    ['1 Quay\nFlat 2', undefined, '1 Quay', 'Flat 2'],
    ['1 Quay\r\nFlat 2\r\nOld Town', 'c/o Bo', '1 Quay', 'Flat 2, Old Town, c/o Bo'],
    [' \n1  Quay\u2028', undefined, '1 Quay', undefined],
    [`1 Quay, ${'x'.repeat(195)}`, undefined, '1 Quay', 'x'.repeat(195)],
  ])('%j and %j become two lines', (line1, line2, first, second) => {
    const address = normalizeAddress({ name: 'Ada', line1, ...(line2 && { line2 }), country: 'DE' })
    expect([address.line1, address.line2]).toEqual([first, second])
  })
})

describe('a part that looks wrong', () => {
  it.each<[string, Partial<SentAddress>, string[]]>([
    ['a postal code with a letter', { country: 'DE', postalCode: 'D-10115' }, ['postalCode']],
    ['one without its zero', { country: 'US', region: 'MA', postalCode: '2138' }, ['postalCode']],
    ['a state of another country', { country: 'US', region: 'Bavaria', postalCode: '80331' }, ['region']],
    ['a right one in small letters', { country: 'GB', postalCode: 'sw1y4jh' }, []],
    ['one with a wide dash', { country: 'JP', region: '東京', postalCode: '１０４－００６１' }, []],
    ['none', { country: 'IE' }, []],
    ['one in a country without', { country: 'AE', region: 'دبي', postalCode: '00000' }, []],
  ])('is told: %s', (_, sent, doubtful) => {
    expect(findDoubtfulParts(normalizeAddress({ ...ADA, country: '', ...sent }))).toEqual(doubtful)
  })
})
