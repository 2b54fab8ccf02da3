/** Derives the ids of cases from principal and idempotency key, so that a retry names the same case. */

import { createHash } from 'node:crypto'
import { type CaseKind, encodeCaseId } from '../../../temporal/contract/cases/case-ids'

/** Without a secret: after its rotation a retried placement would get another id, and so another order. */
const deriveCaseId = (kind: CaseKind, principal: string, idempotencyKey: string): string =>
  encodeCaseId(
    kind,
    createHash('sha256')
      .update(JSON.stringify([kind, principal, idempotencyKey]))
      .digest(),
  )

/** Id of the order that `principal` places under `idempotencyKey`. */
export const deriveOrderId = (principal: string, idempotencyKey: string): string =>
  deriveCaseId('order', principal, idempotencyKey)

/** Id of the stand-alone approval that `principal` starts under `idempotencyKey`. */
export const deriveStandaloneApprovalId = (principal: string, idempotencyKey: string): string =>
  deriveCaseId('approval', principal, idempotencyKey)
