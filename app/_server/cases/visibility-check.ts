/**
 * Compares listed rows with Temporal's index after the response. A row whose version stays lower is stale: its case is
 * read from the workflow until the row has caught up, even if the row says that the case is closed. The mark is kept
 * in this process, since only workflows write the projection.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { BaseCaseItem } from '@/temporal/contract/cases/case'
import { isAppError } from '@/temporal/contract/errors'
import type { Logger } from '../platform/log'
import { isDatabaseDown } from '../platform/resilience/database-errors'

interface Sources {
  /** Versions in Temporal's index. */
  indexed(caseIds: readonly string[]): Promise<Map<string, number>>
  /** Versions in the projection. */
  stored(caseIds: readonly string[]): Promise<Map<string, number>>
  /** Marks the row of a case as older than this version. */
  markStale(caseId: string, version: number): void
}

export interface VisibilityCheck {
  /** Resolves when the rows are checked, and at once when the budget of calls is used up. Never rejects. */
  checkDrift(items: readonly BaseCaseItem[]): Promise<void>
}

/** A self-hosted frontend allows ten list calls a second; requests of people need most of them. */
const CALLS_PER_SECOND = 2
/** After this delay a write that was under way during the first comparison has reached the projection. */
const RECHECK_DELAY_MS = 5_000

type Versions = ReadonlyMap<string, number>

/** Ids whose stored version is lower than the indexed one. A lower indexed version means that the index is late. */
const findStale = (stored: Versions, indexed: Versions): string[] =>
  [...stored].filter(([caseId, version]) => version < (indexed.get(caseId) ?? 0)).map(([caseId]) => caseId)

/** @param recheckDelayMs how long a row may lag before it counts as stale */
export const createVisibilityCheck = (
  { indexed, stored, markStale }: Sources,
  log: Logger,
  recheckDelayMs = RECHECK_DELAY_MS,
): VisibilityCheck => {
  const budget = new RateLimiterMemory({ points: CALLS_PER_SECOND, duration: 1 })

  const check = async (items: readonly BaseCaseItem[]): Promise<void> => {
    const listed = new Map(items.map(({ caseId, version }) => [caseId, version]))
    const inIndex = await indexed([...listed.keys()])
    const suspects = findStale(listed, inIndex)
    if (suspects.length === 0) return
    await sleep(recheckDelayMs, undefined, { ref: false })
    const stale = findStale(await stored(suspects), inIndex)
    if (stale.length === 0) return
    log.warn({ caseIds: stale }, 'rows of the projection are older than their workflows')
    for (const caseId of stale) markStale(caseId, inIndex.get(caseId) ?? 0)
  }

  return {
    async checkDrift(items) {
      if (items.length === 0) return
      const isAllowed = await budget.consume('checks').then(
        () => true,
        () => false,
      )
      try {
        if (isAllowed) await check(items)
      } catch (error) {
        if (!isAppError(error) && !isDatabaseDown(error))
          log.error({ err: String(error) }, 'the check of listed rows failed')
      }
    },
  }
}
