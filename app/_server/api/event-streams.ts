/** Event streams: staff receive every change, customers those of their own orders. */

import type { CaseNotification } from '@/db/case-notification'
import type { Actor } from '@/temporal/contract/auth/actor'
import { can } from '@/temporal/contract/auth/permissions'
import { isAppError } from '@/temporal/contract/errors'
import { authenticate } from '../auth/authenticate'
import { type Context, requireActor } from '../auth/context'
import { requireActingAs } from '../auth/require-acting-as'
import { live } from '../live/live'
import type { EventFilter } from '../live/stream-registry'
import { limitStatusReads } from '../orders/limit-status-reads'
import { requireOrder } from '../orders/order-access'
import { requireTrackedOrderId } from '../orders/status-link'
import { hasAuthorization } from '../platform/http/origin'

/** Our pages open one stream for each browser; a status link may be shared with many people. */
const MAX_STREAMS_PER_PRINCIPAL = 50
const MAX_STREAMS_PER_LINK = 600

const idAndVersion = ({ caseId, version }: CaseNotification) => ({ caseId, version })

/** Approvals are internal: a customer receives changes of the order only. */
const isOwnOrder = (actor: Actor, { owner, caseId, orderId }: CaseNotification): boolean =>
  owner === actor.principal && caseId === orderId

const createEventFilter = (actor: Actor, caseId: string | undefined): EventFilter => {
  const maySee = (notification: CaseNotification): boolean =>
    can(actor, 'case.read') || isOwnOrder(actor, notification)
  // A change of an order's approval changes the interaction that the order's case shows.
  const isRequested = (notification: CaseNotification): boolean =>
    caseId === undefined || notification.caseId === caseId || notification.orderId === caseId
  return (notification) =>
    maySee(notification) && isRequested(notification) ? idAndVersion(notification) : null
}

const getLastEventId = (request: Request): string | null => request.headers.get('last-event-id')

/** @throws AppError NOT_FOUND for an unknown case and for one of another customer */
const requireReadAccess = async (ctx: Context, actor: Actor, caseId: string): Promise<void> => {
  if (can(actor, 'case.read')) await live(ctx.runtime).reader.read(caseId)
  else await requireOrder(ctx, 'order.read', caseId)
}

/** True while the credential of the request still stands for `actor`, with the same role. */
const isStillActor = async (ctx: Context, actor: Actor, request: Request): Promise<boolean> => {
  try {
    const now = (await authenticate(ctx.runtime, request.headers, false)).actor
    return now?.principal === actor.principal && now.role === actor.role
  } catch (error) {
    // An outage ends no session.
    return !(isAppError(error) && error.code === 'UNAUTHENTICATED')
  }
}

/**
 * `GET /events`: every change that the caller may see, or those of one case.
 * @throws AppError NOT_FOUND, TOO_MANY_STREAMS, SESSION_ENDED, SESSION_CHANGED
 */
export const openCaseEvents = async (
  ctx: Context,
  input: { case?: string; actingAs?: string },
  request: Request,
): Promise<Response> => {
  const actor = requireActor(ctx)
  if (!hasAuthorization(request.headers)) requireActingAs(actor, input.actingAs ?? null)
  if (input.case !== undefined) await requireReadAccess(ctx, actor, input.case)
  const owner = {
    key: actor.principal,
    maxStreams: MAX_STREAMS_PER_PRINCIPAL,
    isEntitled: () => isStillActor(ctx, actor, request),
  }
  return live(ctx.runtime).streams.open(createEventFilter(actor, input.case), getLastEventId(request), owner)
}

/**
 * `GET /track/<token>/events`: changes of the order behind the link, without its id.
 * @throws AppError NOT_FOUND, RATE_LIMITED, TOO_MANY_STREAMS
 */
export const openTrackEvents = async (
  ctx: Context,
  { token }: { token: string },
  request: Request,
): Promise<Response> => {
  const orderId = requireTrackedOrderId(ctx, token)
  await limitStatusReads(ctx, orderId, request.headers)
  const filter: EventFilter = ({ caseId, version }) => (caseId === orderId ? { version } : null)
  const owner = { key: orderId, maxStreams: MAX_STREAMS_PER_LINK }
  return live(ctx.runtime).streams.open(filter, getLastEventId(request), owner)
}
