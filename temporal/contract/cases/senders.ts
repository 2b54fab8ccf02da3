/** Senders of entries that no person made. Apart from the stream, so that pages do not load its texts. */

import type { Person } from '../auth/actor'

export const SYSTEM: Person = { name: 'System' }
export const CARRIER: Person = { name: 'Carrier' }
export const EXTERNAL_SYSTEM: Person = { name: 'Outside system' }
