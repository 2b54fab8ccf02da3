/**
 * Reads one case: from its workflow while it is open, from the projection once it is closed, and from the projection
 * "as of" its last write while Temporal does not answer.
 */

import { LRUCache } from 'lru-cache'
import type { Database } from '@/db/client'
import { type StoredCase, selectCase } from '@/db/queries/cases/cases'
import type { TemporalGateway } from '@/temporal/client/gateway'
import type { ApprovalView } from '@/temporal/contract/cases/approval'
import { type CaseView, getOpenApprovalId, type WorkflowView } from '@/temporal/contract/cases/case'
import { isCaseId } from '@/temporal/contract/cases/case-ids'
import { AppError, isAppError } from '@/temporal/contract/errors'
import { isTerminal } from '@/temporal/contract/states'
import type { CircuitBreaker } from '../platform/resilience/circuit-breaker'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { coalesceReads } from './request-coalescing'

export interface ViewRead {
  view: WorkflowView
  source: CaseView['source']
  asOf: string
}

export interface CaseReader {
  /**
   * @param minVersion version that the reader knows to exist
   * @throws AppError NOT_FOUND; TEMPORAL_UNAVAILABLE or DATABASE_UNAVAILABLE where neither copy can be read
   */
  read(caseId: string, minVersion?: number): Promise<ViewRead>
  /** As `read`, never from an answer that was asked for before this call. */
  readFresh(caseId: string): Promise<ViewRead>
  /** The open approval of an order's view, or null. An approval that cannot be read does not hide its order. */
  openApproval(view: WorkflowView): Promise<ApprovalView | null>
  /** Tells that a case has this version now. */
  setLatestVersion(caseId: string, version: number): void
  /** Tells that a stored row is older than this version: it does not stand for its case until it has caught up. */
  markStale(caseId: string, version: number): void
}

interface Sources {
  db: Database
  rest: CircuitBreaker
  gateway: Pick<TemporalGateway, 'queryView'>
  /** See `CoalescedReadsOptions.epoch`. */
  epoch(): number | null
}

const DATABASE_MS = 1_000
const CACHE_TTL_MS = 5_000
const MAX_CASES = 1_000

/** Finds stored cases. */
const createStore = ({ db, rest }: Pick<Sources, 'db' | 'rest'>) => ({
  /** @throws AppError DATABASE_UNAVAILABLE */
  async find(caseId: string): Promise<StoredCase | null> {
    try {
      return await rest.execute(() => selectCase(db, caseId), DATABASE_MS)
    } catch (error) {
      if (!isDatabaseDown(error)) throw error
      throw Object.assign(new AppError('DATABASE_UNAVAILABLE'), { cause: error })
    }
  },
})

const toSnapshot = ({ view, asOf }: StoredCase): ViewRead => ({ view, source: 'snapshot', asOf })

/** A long-lived workflow keeps its newest entries only; the older ones are stored. */
const withOlderEntries = (view: WorkflowView, stored: StoredCase | null): WorkflowView => {
  const first = view.stream[0]?.id ?? 1
  if (first <= 1 || !stored) return view
  return { ...view, stream: [...stored.view.stream.filter(({ id }) => id < first), ...view.stream] }
}

/** What stands for a workflow that does not answer: the newest copy that is stored, else the refusal itself. */
const fallBackToSnapshot = async (
  refusal: unknown,
  find: () => Promise<StoredCase | null>,
): Promise<ViewRead> => {
  if (!isAppError(refusal)) throw refusal
  const stored = await find()
  if (!stored) throw refusal
  return toSnapshot(stored)
}

/** A reader of cases. Reads of one case are shared, see `request-coalescing.ts`. */
export const createCaseReader = ({ db, rest, gateway, epoch }: Sources): CaseReader => {
  const store = createStore({ db, rest })
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
      const view = await gateway.queryView(caseId)
      return { view: withOlderEntries(view, stored), source: 'workflow', asOf }
    } catch (error) {
      // The first look may be as old as the query's deadline, and the case may have closed since.
      return fallBackToSnapshot(error, () =>
        store.find(caseId).catch((lost) => stored ?? Promise.reject(lost)),
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
