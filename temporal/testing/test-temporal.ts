/** Connection settings of the Temporal server for tests. */

import { randomBytes } from 'node:crypto'
import type { TemporalSettings } from '../client/temporal-settings'

/** A namespace name that no other test uses. */
export const testNamespace = (): string => `test-${randomBytes(6).toString('hex')}`

/** Settings for `namespace`, which need not exist yet, on the server of TEST_TEMPORAL_ADDRESS. */
export const testTemporal = (namespace = testNamespace()): TemporalSettings => {
  const address = process.env.TEST_TEMPORAL_ADDRESS
  if (!address) throw new Error('Set TEST_TEMPORAL_ADDRESS to a Temporal server; npm test does so')
  return { namespace, connection: { address } }
}
