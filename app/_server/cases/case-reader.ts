/**
 * Reads one case: from its workflow while it is open, from the projection once it is closed, and from the projection
 * "as of" its last write while Temporal does not answer.
 */

import type { Database } from '@/db/client'
import { findCase, type StoredCase } from '@/db/queries/cases'
import type { TemporalGateway } from '@/temporal/client/gateway'
import type { ApprovalView } from '@/temporal/contract/approval'
import { type CaseView, openApprovalOf, type View } from '@/temporal/contract/case'
import { isRefusal, Refusal } from '@/temporal/contract/errors'
import { isCaseId } from '@/temporal/contract/ids'
import { isTerminal } from '@/temporal/contract/states'
import { isDatabaseDown } from '../http/database-errors'
import type { Rest } from '../http/rest'
import { createSharedReads } from './shared-reads'

export interface ViewRead {
  view: View
  source: CaseView['source']
  asOf: string
}

export interface CaseReader {
  /**
   * @param minVersion version that the reader knows to exist
   * @throws Refusal NOT_FOUND; TEMPORAL_UNAVAILABLE or DATABASE_UNAVAILABLE where neither copy can be read
   */
  read(caseId: string, minVersion?: number): Promise<ViewRead>
  /** As `read`, never from an answer that was asked for before this call. */
  readNow(caseId: string): Promise<ViewRead>
  /** The open approval of an order's view, or null. An approval that cannot be read does not hide its order. */
  openApproval(view: View): Promise<ApprovalView | null>
  /** Tells that a case has this version now. */
  learn(caseId: string, version: number): void
  /** Tells that a stored row is older than this version: it does not stand for its case until it has caught up. */
  distrust(caseId: string, version: number): void
}

interface Sources {
  db: Database
  rest: Rest
  gateway: Pick<TemporalGateway, 'queryView'>
  /** See `SharedReadsOptions.epoch`. */
  epoch(): number | null
}

const DATABASE_MS = 1_000
const KEEP_MS = 5_000
const MAX_CASES = 1_000

/** Finds stored cases. */
const createStore = ({ db, rest }: Pick<Sources, 'db' | 'rest'>) => ({
  /** @throws Refusal DATABASE_UNAVAILABLE */
  async find(caseId: string): Promise<StoredCase | null> {
    try {
      return await rest.ask(() => findCase(db, caseId), DATABASE_MS)
    } catch (error) {
      if (!isDatabaseDown(error)) throw error
      throw Object.assign(new Refusal('DATABASE_UNAVAILABLE'), { cause: error })
    }
  },
})

const snapshotOf = ({ view, asOf }: StoredCase): ViewRead => ({ view, source: 'snapshot', asOf })

/** A long-lived workflow keeps its newest entries only; the older ones are stored. */
const withOlderEntries = (view: View, stored: StoredCase | null): View => {
  const first = view.stream[0]?.id ?? 1
  if (first <= 1 || !stored) return view
  return { ...view, stream: [...stored.view.stream.filter(({ id }) => id < first), ...view.stream] }
}

/** What stands for a workflow that does not answer: the newest copy that is stored, else the refusal itself. */
const snapshotInstead = async (
  refusal: unknown,
  find: () => Promise<StoredCase | null>,
): Promise<ViewRead> => {
  if (!isRefusal(refusal)) throw refusal
  const stored = await find()
  if (!stored) throw refusal
  return snapshotOf(stored)
}

/** A reader of cases. Reads of one case are shared, see `shared-reads.ts`. */
export const createCaseReader = ({ db, rest, gateway, epoch }: Sources): CaseReader => {
  const store = createStore({ db, rest })
  const distrusted = new Map<string, number>()

  const isTrusted = (caseId: string, { view }: StoredCase): boolean => {
    if (view.version < (distrusted.get(caseId) ?? 0)) return false
    distrusted.delete(caseId)
    return true
  }

  const load = async (caseId: string): Promise<ViewRead> => {
    const stored = await store.find(caseId).catch(() => null)
    if (stored && !stored.isOpen && isTrusted(caseId, stored)) return snapshotOf(stored)
    const asOf = new Date().toISOString()
    try {
      const view = await gateway.queryView(caseId)
      return { view: withOlderEntries(view, stored), source: 'workflow', asOf }
    } catch (error) {
      // The first look may be as old as the query's deadline, and the case may have closed since.
      return snapshotInstead(error, () => store.find(caseId).catch((lost) => stored ?? Promise.reject(lost)))
    }
  }

  const reads = createSharedReads<ViewRead>({
    load,
    epoch,
    versionOf: ({ view }) => view.version,
    mayKeep: ({ source, view }) => source === 'workflow' || isTerminal(view.state),
    keepMs: KEEP_MS,
    maxKeys: MAX_CASES,
  })

  const read = async (caseId: string, minVersion?: number): Promise<ViewRead> => {
    if (!isCaseId(caseId)) throw new Refusal('NOT_FOUND')
    return reads.read(caseId, minVersion)
  }

  return {
    read,
    readNow: (caseId) => {
      reads.forget(caseId)
      return read(caseId)
    },
    async openApproval(view) {
      const approvalId = openApprovalOf(view)
      if (approvalId === null) return null
      try {
        const { view: approval } = await read(approvalId)
        return approval.kind === 'approval' ? approval : null
      } catch (error) {
        if (isRefusal(error)) return null
        throw error
      }
    },
    learn: reads.learn,
    distrust(caseId, version) {
      distrusted.set(caseId, version)
      const [oldest] = distrusted.keys()
      if (distrusted.size > MAX_CASES && oldest !== undefined) distrusted.delete(oldest)
      reads.forget(caseId)
    },
  }
}
