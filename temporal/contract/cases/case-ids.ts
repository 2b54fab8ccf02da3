/** Ids of cases and what is derived from them. Ids carry no personal data and are safe to log. */

export type CaseKind = 'order' | 'approval'
export const CASE_KINDS: readonly CaseKind[] = ['order', 'approval']

const PREFIX = { order: 'ord_', approval: 'apr_' } as const satisfies Record<CaseKind, string>

/** Crockford's base32, lower case: no i, l, o, u, so an id survives being read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const BODY_LENGTH = 26
const NUMBER_LENGTH = 8
const BODY = `[${ALPHABET}]{${BODY_LENGTH}}`
/** Patterns of ids, as text for descriptions: of orders, and of cases of any kind. */
export const CASE_ID_PATTERN = { order: `^ord_${BODY}$`, any: `^(ord|apr)_${BODY}$` } as const
const PATTERN = new RegExp(CASE_ID_PATTERN.any)

/**
 * Base32 body of an id, from the low 5 bits of each of 26 bytes.
 * @param bytes at least 26 bytes, from a hash or a random source
 */
const encodeIdBody = (bytes: ArrayLike<number>): string =>
  Array.from({ length: BODY_LENGTH }, (_, i) => ALPHABET[(bytes[i] ?? 0) & 31]).join('')

/** Id of a case of `kind` from at least 26 bytes (130 bits are used). */
export const encodeCaseId = (kind: CaseKind, bytes: ArrayLike<number>): string =>
  PREFIX[kind] + encodeIdBody(bytes)

/** True for a well-formed id of either kind. */
export const isCaseId = (value: string): boolean => PATTERN.test(value)

/** Kind of a well-formed case id. */
export const getCaseKind = (caseId: string): CaseKind =>
  caseId.startsWith(PREFIX.order) ? 'order' : 'approval'

/** Temporal workflow id of a case: `order:ord_…` or `approval:apr_…`. */
export const toWorkflowId = (caseId: string): string => `${getCaseKind(caseId)}:${caseId}`

/** Case id of a workflow id, or null where the workflow is no case. */
export const parseWorkflowId = (workflowId: string): string | null => {
  const caseId = workflowId.slice(workflowId.indexOf(':') + 1)
  return isCaseId(caseId) && toWorkflowId(caseId) === workflowId ? caseId : null
}

const ROUND_LENGTH = 2

/**
 * Id of the `round`th approval of an order: the order's own, with the round in its last digits. A run that was reset to
 * before the approval derives the same id, so it finds the earlier approval and withdraws it.
 * @param round from 1 to 1023
 */
export const deriveOrderApprovalId = (orderId: string, round: number): string =>
  PREFIX.approval +
  orderId.slice(PREFIX.order.length, -ROUND_LENGTH) +
  (ALPHABET[(round >> 5) & 31] ?? '') +
  (ALPHABET[round & 31] ?? '')

/** The short number that people read out, such as `7K2M9QXP`: the first 40 bits of the id. */
export const toCaseNumber = (caseId: string): string => caseId.slice(4, 4 + NUMBER_LENGTH).toUpperCase()
