import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readMetadata } from './read-metadata'

it('the address metadata of the product is that of the package', () => {
  const file = new URL('../../temporal/contract/addresses/address-metadata.json', import.meta.url)
  expect(readFileSync(file, 'utf8')).toBe(readMetadata())
})
