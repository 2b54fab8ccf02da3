/**
 * Reads one case: from its workflow while it is open, from the projection once it is closed, and from the projection
 * with the time of its last write (`asOf`) while Temporal does not answer.
 */

import { LRUCache } from 'lru-cache'
import type { Database } from '@/db/client'
import { type StoredCase, selectCase } from '@/db/queries/cases/cases'
import type { ApprovalView } from '@/temporal/contract/cases/approval'
import { type CaseView, getOpenApprovalId, type WorkflowView } from '@/temporal/contract/cases/case'
import { isCaseId } from '@/temporal/contract/cases/case-ids'
import { AppError, isAppError } from '@/temporal/contract/errors'
import { isTerminal } from '@/temporal/contract/states'
import type { BreakerWithTimeout } from '../platform/resilience/breaker-with-timeout'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { coalesceReads } from './request-coalescing'

export interface ViewRead {
  view: WorkflowView
  source: CaseView['source']
  asOf: string
}

export interface CaseReader {
  /**
   * @param minVersion version that the caller knows to exist
   * @throws AppError NOT_FOUND; TEMPORAL_UNAVAILABLE or DATABASE_UNAVAILABLE when neither copy can be read
   */
  read(caseId: string, minVersion?: number): Promise<ViewRead>
  /** As `read`, never from a read that started before this call. */
  readFresh(caseId: string): Promise<ViewRead>
  /** The open approval of an order, or null. An approval that cannot be read does not hide its order. */
  openApproval(view: WorkflowView): Promise<ApprovalView | null>
  /** Reports the current version of a case. */
  setLatestVersion(caseId: string, version: number): void
  /** Reports that a stored row is older than this version; it is not used until it has caught up. */
  markStale(caseId: string, version: number): void
}

interface Sources {
  db: Database
  breaker: BreakerWithTimeout
  /** @throws AppError NOT_FOUND, TEMPORAL_UNAVAILABLE */
  queryView(caseId: string): Promise<WorkflowView>
  /** See `CoalescedReadsOptions.epoch`. */
  epoch(): number | null
}

const DATABASE_TIMEOUT_MS = 1_000
const CACHE_TTL_MS = 5_000
const MAX_CASES = 1_000

/** Finds stored cases. */
const createStore = ({ db, breaker }: Pick<Sources, 'db' | 'breaker'>) => ({
  /** @throws AppError DATABASE_UNAVAILABLE */
  async find(caseId: string): Promise<StoredCase | null> {
    try {
      return await breaker.execute(() => selectCase(db, caseId), DATABASE_TIMEOUT_MS)
    } catch (error) {
      if (!isDatabaseDown(error)) throw error
      throw Object.assign(new AppError('DATABASE_UNAVAILABLE'), { cause: error })
    }
  },
})

const toSnapshot = ({ view, asOf }: StoredCase): ViewRead => ({ view, source: 'snapshot', asOf })

/** Adds older entries from the projection, since a long-running workflow holds the newest ones only. */
const withOlderEntries = (view: WorkflowView, stored: StoredCase | null): WorkflowView => {
  const first = view.stream[0]?.id ?? 1
  if (first <= 1 || !stored) return view
  return { ...view, stream: [...stored.view.stream.filter(({ id }) => id < first), ...view.stream] }
}

/** The stored copy of a case whose workflow does not answer. @throws the error of the query without a copy */
const fallBackToSnapshot = async (
  queryError: unknown,
  find: () => Promise<StoredCase | null>,
): Promise<ViewRead> => {
  if (!isAppError(queryError)) throw queryError
  const stored = await find()
  if (!stored) throw queryError
  return toSnapshot(stored)
}

/** A reader of cases. Reads of one case are coalesced, see `request-coalescing.ts`. */
export const createCaseReader = ({ db, breaker, queryView, epoch }: Sources): CaseReader => {
  const store = createStore({ db, breaker })
  const staleVersions = new LRUCache<string, number>({ max: MAX_CASES })

  const isCurrent = (caseId: string, { view }: StoredCase): boolean => {
    if (view.version < (staleVersions.get(caseId) ?? 0)) return false
    staleVersions.delete(caseId)
    return true
  }

  const load = async (caseId: string): Promise<ViewRead> => {
    const stored = await store.find(caseId).catch(() => null)
    if (stored && !stored.isOpen && isCurrent(caseId, stored)) return toSnapshot(stored)
    const asOf = new Date().toISOString()
    try {
      const view = await queryView(caseId)
      return { view: withOlderEntries(view, stored), source: 'workflow', asOf }
    } catch (error) {
      // The first read may be as old as the deadline of the query, and the case may have closed since.
      return fallBackToSnapshot(error, () =>
        store.find(caseId).catch((databaseError) => stored ?? Promise.reject(databaseError)),
      )
    }
  }

  const reads = coalesceReads<ViewRead>({
    load,
    epoch,
    getVersion: ({ view }) => view.version,
    isCacheable: ({ source, view }) => source === 'workflow' || isTerminal(view.state),
    ttlMs: CACHE_TTL_MS,
    maxKeys: MAX_CASES,
  })

  const read = async (caseId: string, minVersion?: number): Promise<ViewRead> => {
    if (!isCaseId(caseId)) throw new AppError('NOT_FOUND')
    return reads.read(caseId, minVersion)
  }

  return {
    read,
    readFresh: (caseId) => {
      reads.invalidate(caseId)
      return read(caseId)
    },
    async openApproval(view) {
      const approvalId = getOpenApprovalId(view)
      if (approvalId === null) return null
      try {
        const { view: approval } = await read(approvalId)
        return approval.kind === 'approval' ? approval : null
      } catch (error) {
        if (isAppError(error)) return null
        throw error
      }
    },
    setLatestVersion: reads.setLatestVersion,
    markStale(caseId, version) {
      staleVersions.set(caseId, version)
      reads.invalidate(caseId)
    },
  }
}
