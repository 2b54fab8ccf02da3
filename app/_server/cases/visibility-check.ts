/**
 * Checks listed rows against Temporal's index, behind the answer. A row whose version stays behind is stale: its case
 * is then read from the workflow even if the row says that it is closed, until the row has caught up. The mark stays
 * in this process, since only workflows write the projection.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import type { BaseCaseItem } from '@/temporal/contract/cases/case'
import { isAppError } from '@/temporal/contract/errors'
import type { Logger } from '../platform/log'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { createTokenBucket } from '../platform/resilience/token-bucket'

interface Sources {
  /** Versions by Temporal's index. */
  indexed(caseIds: readonly string[]): Promise<Map<string, number>>
  /** Versions by the projection. */
  stored(caseIds: readonly string[]): Promise<Map<string, number>>
  /** The row of a case is older than this version. */
  markStale(caseId: string, version: number): void
}

export interface VisibilityCheck {
  /** Resolves when the rows are checked; at once where the budget of calls is used up. Never rejects. */
  checkDrift(items: readonly BaseCaseItem[]): Promise<void>
}

/** A self-hosted frontend allows ten list calls a second; lists and counts of people need most of them. */
const CALLS_PER_SECOND = 2
/** A write that is under way when the index is asked has landed by then. */
const RECHECK_DELAY_MS = 5_000

type Versions = ReadonlyMap<string, number>

/** Ids whose stored version is older than the indexed one. An older index is merely late. */
const findStale = (stored: Versions, indexed: Versions): string[] =>
  [...stored].filter(([caseId, version]) => version < (indexed.get(caseId) ?? 0)).map(([caseId]) => caseId)

/** @param secondLookMs how long a row may lag before it counts as stale */
export const createVisibilityCheck = (
  { indexed, stored, markStale: distrust }: Sources,
  log: Logger,
  secondLookMs = RECHECK_DELAY_MS,
): VisibilityCheck => {
  const budget = createTokenBucket(CALLS_PER_SECOND)

  const check = async (items: readonly BaseCaseItem[]): Promise<void> => {
    const listed = new Map(items.map(({ caseId, version }) => [caseId, version]))
    const inIndex = await indexed([...listed.keys()])
    const suspects = findStale(listed, inIndex)
    if (suspects.length === 0) return
    await sleep(secondLookMs, undefined, { ref: false })
    const stale = findStale(await stored(suspects), inIndex)
    if (stale.length === 0) return
    log.warn({ caseIds: stale }, 'rows of the projection are older than their workflows')
    for (const caseId of stale) distrust(caseId, inIndex.get(caseId) ?? 0)
  }

  return {
    async checkDrift(items) {
      if (items.length === 0 || !budget.take()) return
      try {
        await check(items)
      } catch (error) {
        if (!isAppError(error) && !isDatabaseDown(error))
          log.error({ err: String(error) }, 'the check of listed rows failed')
      }
    },
  }
}
