/** Cache of the counts on the tabs of a list: at most 2 s old, of any age while Postgres is unavailable. */

import type { CaseCounts } from '@/temporal/contract/cases/case-filter'
import { type Cache, createCache } from '../platform/resilience/cache'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'

/** Every open inbox asks for its counts at every change; one entry for each person and filter. */
const OPTIONS = { freshMs: 2_000, loadTimeoutMs: 2_500, maxEntries: 1_000 }

const getCache = (runtime: Runtime): Cache<CaseCounts> =>
  runtime.shared('case-count-cache', () => createCache<CaseCounts>(databaseBreaker(runtime), OPTIONS))

/**
 * The counts of a person.
 * @param question hash of everything else that the counts depend on
 * @throws what `load` throws, unless Postgres is unavailable and counts are cached
 */
export const getCachedCounts = (
  runtime: Runtime,
  actorId: string,
  question: string,
  load: () => Promise<CaseCounts>,
): Promise<CaseCounts> => getCache(runtime).get(`${actorId} ${question}`, load)

/** Has the counts of a person loaded again, after a change of what they have read. */
export const expireCounts = (runtime: Runtime, actorId: string): void =>
  getCache(runtime).expire((key) => key.startsWith(`${actorId} `))
