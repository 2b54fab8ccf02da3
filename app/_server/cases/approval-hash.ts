/** When two requests under one idempotency key ask for the same approval. */

import { DEFAULT_CURRENCY } from '@/temporal/contract/money'
import type { ApprovalRequest } from '@/temporal/contract/schemas/approval-request'
import { canonicalHash } from '../platform/canonical-hash'

/** Hash of what is asked for: a default that is written out and one that is left out are the same. */
export const hashApproval = (request: ApprovalRequest): string => {
  const { title, prompt = title, payload = {}, amountCents = null, currency, deadlineAt, ...rest } = request
  return canonicalHash({
    ...rest,
    title,
    prompt,
    payload,
    amountCents,
    currency: amountCents === null ? null : (currency ?? DEFAULT_CURRENCY),
    deadlineAt: deadlineAt === undefined ? undefined : new Date(deadlineAt).toISOString(),
  })
}

const decompose = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, field) =>
    typeof field === 'string' ? field.normalize('NFD') : field,
  )

/** True if an approval with the hash `earlier` was started by this request, or by it in an earlier release. */
export const isSameApproval = (earlier: string, request: ApprovalRequest): boolean =>
  earlier === hashApproval(request) ||
  // Earlier releases hashed the body as it was written, with letters and their marks apart where they came so.
  earlier === canonicalHash(request) ||
  earlier === canonicalHash(decompose(request))
