/** Ids of cases that a request starts: the same principal and key always name the same case. */

import { createHash } from 'node:crypto'
import { type CaseKind, caseIdFrom } from '../../../temporal/contract/ids'

/** No secret goes in: a secret that rotates would give a retried placement another id, and so another order. */
const startedCaseId = (kind: CaseKind, principal: string, idempotencyKey: string): string =>
  caseIdFrom(
    kind,
    createHash('sha256')
      .update(JSON.stringify([kind, principal, idempotencyKey]))
      .digest(),
  )

/** Id of the order that `principal` places under `idempotencyKey`. */
export const orderIdOf = (principal: string, idempotencyKey: string): string =>
  startedCaseId('order', principal, idempotencyKey)

/** Id of the stand-alone approval that `principal` starts under `idempotencyKey`. */
export const standaloneApprovalIdOf = (principal: string, idempotencyKey: string): string =>
  startedCaseId('approval', principal, idempotencyKey)
