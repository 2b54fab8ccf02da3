/** Sweeps that bring cases in line with accounts and groups. */

import type { Database } from '../../db/client'
import { type EndedClaim, selectEndedClaims } from '../../db/queries/cases/ended-claims'
import { type StrandedApproval, selectStrandedApprovals } from '../../db/queries/cases/stranded-approvals'
import { signalCase } from '../client/case-handle'
import type { TemporalConnection } from '../client/connection'
import { executeUpdate } from '../client/execute-update'
import type { ReleaseInput } from '../contract/cases/approval'
import { SYSTEM } from '../contract/cases/senders'
import { AppError, isAppError } from '../contract/errors'
import { SIGNALS, UPDATES } from '../contract/temporal-names'
import type { Log } from '../services/log'
import type { PollLoop } from '../services/poll-loop'
import { startSweep } from '../services/sweep'

/** Rows of accounts and groups change seldom; sweeps look this many times less often than event dispatchers. */
const CLAIM_POLLS = 4
const DECIDER_POLLS = 8

const toReleaseInput = ({ holderId, reason, by }: EndedClaim): ReleaseInput => ({
  actor: { id: by?.id ?? 'system', name: by?.name ?? SYSTEM.name, groups: [], supervises: true },
  holderId,
  reason,
})

/**
 * Releases a claim. One that somebody else has now, or whose case is closed, needs no release.
 * @throws AppError TEMPORAL_UNAVAILABLE while the outcome is unknown
 */
const releaseClaim = async (temporal: TemporalConnection, claim: EndedClaim): Promise<void> => {
  const { caseId, holderId, version } = claim
  const updateId = `sweep:${UPDATES.release}:${holderId}:${version}`
  try {
    const input = toReleaseInput(claim)
    const outcome = await executeUpdate(temporal, { caseId, name: UPDATES.release, input, updateId })
    if (outcome.kind === 'pending') throw new AppError('TEMPORAL_UNAVAILABLE')
  } catch (error) {
    if (!isAppError(error) || error.code === 'TEMPORAL_UNAVAILABLE') throw error
  }
}

const requestDeciderCheck = async (
  temporal: TemporalConnection,
  { caseId }: StrandedApproval,
): Promise<void> => {
  await signalCase(temporal, caseId, SIGNALS.checkDeciders, null)
}

interface Options {
  db: Database
  temporal: TemporalConnection
  log: Log
  /** Milliseconds between two rounds of the event dispatcher. */
  pollMs: number
}

/** Starts both sweeps: claims of people who may not hold them, and approvals that nobody may decide. */
export const startStaffSweeps = ({ db, temporal, log, pollMs }: Options): PollLoop[] => [
  startSweep({
    name: 'sweep of claims',
    find: (limit, after) => selectEndedClaims(db, limit, after),
    act: (claim) => releaseClaim(temporal, claim),
    log,
    pollMs: CLAIM_POLLS * pollMs,
  }),
  startSweep({
    name: 'sweep of deciders',
    find: (limit, after) => selectStrandedApprovals(db, limit, after),
    act: (approval) => requestDeciderCheck(temporal, approval),
    // A worker of an earlier version records each signal, and so raises the version.
    toKey: ({ caseId }) => caseId,
    log,
    pollMs: DECIDER_POLLS * pollMs,
  }),
]
