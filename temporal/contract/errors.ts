/** Every refusal the product can give, with its HTTP status. The code is stable; titles may be reworded. */

export const ERRORS = {
  VALIDATION_FAILED: { status: 422, title: 'Some of what was sent is missing or not valid' },
  MALFORMED_BODY: { status: 400, title: 'The body is not valid JSON' },
  IDEMPOTENCY_KEY_REQUIRED: { status: 400, title: 'Send an Idempotency-Key header with this request' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'This Idempotency-Key was used with another body' },
  INVALID_CURSOR: { status: 422, title: 'This cursor does not belong to this list' },
  SORT_UNSUPPORTED: { status: 422, title: 'Temporal Visibility cannot sort; leave out sort' },
  UNAUTHENTICATED: { status: 401, title: 'Sign in or send an API token' },
  SESSION_ENDED: { status: 401, title: 'You have been signed out' },
  SESSION_CHANGED: { status: 409, title: 'You are signed in with another account now' },
  SIGN_IN_FAILED: { status: 401, title: 'E-mail or password is wrong' },
  FOREIGN_ORIGIN: { status: 403, title: 'This request came from another site' },
  FORBIDDEN: { status: 403, title: 'Your role does not allow this' },
  NOT_FOUND: { status: 404, title: 'There is nothing here that you may see' },
  BODY_TOO_LARGE: { status: 413, title: 'The body is larger than 1 MB' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'Send JSON with Content-Type: application/json' },
  RATE_LIMITED: { status: 429, title: 'Too many requests; wait a little' },

  ALREADY_DECIDED: { status: 409, title: 'Someone decided this before you' },
  ALREADY_CLAIMED: { status: 409, title: 'Someone else has claimed this' },
  CLAIMED_BY_ANOTHER: { status: 409, title: 'Someone else has claimed this; take it over first' },
  NOT_CLAIMED: { status: 409, title: 'This is not claimed' },
  CASE_CLOSED: { status: 409, title: 'This case is closed' },
  DEADLINE_PASSED: { status: 409, title: 'The deadline for this decision has passed' },
  INTERACTION_MISMATCH: { status: 409, title: 'This question is no longer the one being asked' },
  VERSION_MISMATCH: { status: 409, title: 'The case changed since you read it' },
  NOT_PARKED: { status: 409, title: 'No step of this case waits for another attempt' },
  TOO_LATE_TO_CANCEL: { status: 409, title: 'It is too late to cancel this order' },
  NOT_IN_GROUP: { status: 403, title: 'Only members of the asked group may do this' },
  OWN_REQUEST: { status: 403, title: 'Nobody may decide on their own request' },
  OWN_ACCOUNT: { status: 403, title: 'Nobody may do this to their own account' },
  GROUP_IN_USE: { status: 409, title: 'Something still depends on this group' },
  LAST_ADMIN: { status: 409, title: 'This is the last administrator who can sign in' },
  INVITATION_ENDED: {
    status: 410,
    title: 'This invitation was used, has ended, or was replaced by a newer one',
  },
  REASON_REQUIRED: { status: 422, title: 'A rejection needs a reason' },
  STREAM_FULL: { status: 409, title: 'This case cannot take more comments until those it has are stored' },

  TEMPORAL_UNAVAILABLE: {
    status: 503,
    title: 'Orders and decisions cannot be taken right now; try again shortly',
  },
  DATABASE_UNAVAILABLE: { status: 503, title: 'The database cannot be reached right now; try again shortly' },
  SERVER_BUSY: { status: 503, title: 'This server has too much to do right now; try again shortly' },
  DRAINING: { status: 503, title: 'This server is shutting down; try again' },
  TOO_MANY_STREAMS: { status: 503, title: 'Too many live connections; try again shortly' },
  INTERNAL: { status: 500, title: 'Something went wrong on our side' },
} as const
export type ErrorCode = keyof typeof ERRORS

export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(ERRORS, value)

/** Further members of the problem document, such as who decided and when. Plain JSON. */
export type ErrorDetails = Record<string, unknown>

/** An expected refusal. Told apart by `code`, never by `instanceof`: a build holds several copies of a module. */
export class AppError extends Error {
  override readonly name = 'AppError'
  constructor(
    readonly code: ErrorCode,
    message: string = ERRORS[code].title,
    readonly details: ErrorDetails = {},
  ) {
    super(message)
  }
}

/** True for a refusal of any module copy. */
export const isAppError = (error: unknown): error is AppError =>
  error instanceof Error && error.name === 'AppError' && isErrorCode((error as Partial<AppError>).code)

/**
 * Business refusals of services: typed, not retried, and the only failures that compensate an order.
 * Each is also the code of the order's outcome.
 */
export const BUSINESS_ERROR_CODES = [
  'UNKNOWN_PRODUCT',
  'INVALID_QUANTITY',
  'INCOMPLETE_ADDRESS',
  'INTAKE_MISSING',
  'OUT_OF_STOCK',
  'PARTIAL_STOCK',
  'PAYMENT_DECLINED',
  'INSUFFICIENT_FUNDS',
  'CHARGE_VOIDED',
  'NOTHING_TO_CHARGE',
  'SHIPMENT_REFUSED',
] as const
export type BusinessErrorCode = (typeof BUSINESS_ERROR_CODES)[number]

export const isBusinessErrorCode = (value: unknown): value is BusinessErrorCode =>
  typeof value === 'string' && (BUSINESS_ERROR_CODES as readonly string[]).includes(value)
