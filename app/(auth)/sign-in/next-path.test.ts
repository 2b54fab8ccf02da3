import { describe, expect, it } from 'vitest'
import { nextPath } from './next-path'

describe('nextPath', () => {
  it('keeps a path of this site with its query', () => {
    expect(nextPath('/inbox?tab=mine&q=a%20b')).toBe('/inbox?tab=mine&q=a%20b')
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'inbox',
    '',
    undefined,
    ['/inbox'],
    `/${'a'.repeat(2_000)}`,
  ])('drops %j', (value) => {
    expect(nextPath(value)).toBeNull()
  })
})
