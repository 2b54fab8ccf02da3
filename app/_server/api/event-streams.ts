/** Who is told of which change: staff of all, customers of their own orders. */

import type { CaseNotification } from '@/db/case-notification'
import type { Actor } from '@/temporal/contract/auth/actor'
import { can } from '@/temporal/contract/auth/permissions'
import { type Context, requireActor } from '../auth/context'
import { live } from '../live/live'
import type { EventFilter } from '../live/stream-registry'
import { requireOrder } from '../orders/order-access'
import { requireTrackedOrderId } from '../orders/track-links'

/** One for each browser is what our pages open; a link may be shared with many. */
const MAX_STREAMS_PER_PRINCIPAL = 50
const MAX_STREAMS_PER_LINK = 600

const idAndVersion = ({ caseId, version }: CaseNotification) => ({ caseId, version })

/** Approvals are the staff's: a customer hears of the order alone. */
const isOwnOrder = (actor: Actor, { owner, caseId, orderId }: CaseNotification): boolean =>
  owner === actor.principal && caseId === orderId

const createEventFilter = (actor: Actor, caseId: string | undefined): EventFilter => {
  const maySee = (notice: CaseNotification): boolean => can(actor, 'case.read') || isOwnOrder(actor, notice)
  // A change of an order's approval changes what the order's case asks.
  const isAsked = (notice: CaseNotification): boolean =>
    caseId === undefined || notice.caseId === caseId || notice.orderId === caseId
  return (notice) => (maySee(notice) && isAsked(notice) ? idAndVersion(notice) : null)
}

const getLastEventId = (request: Request): string | null => request.headers.get('last-event-id')

/** @throws AppError NOT_FOUND for an unknown case and for another's alike */
const requireReadAccess = async (ctx: Context, actor: Actor, caseId: string): Promise<void> => {
  if (can(actor, 'case.read')) await live(ctx.runtime).reader.read(caseId)
  else await requireOrder(ctx, 'order.read', caseId)
}

/**
 * `GET /events`: every change that the caller may see, or those of one case.
 * @throws AppError NOT_FOUND, TOO_MANY_STREAMS
 */
export const openCaseEvents = async (
  ctx: Context,
  input: { case?: string },
  request: Request,
): Promise<Response> => {
  const actor = requireActor(ctx)
  if (input.case !== undefined) await requireReadAccess(ctx, actor, input.case)
  const holder = { key: actor.principal, maxStreams: MAX_STREAMS_PER_PRINCIPAL }
  return live(ctx.runtime).streams.open(createEventFilter(actor, input.case), getLastEventId(request), holder)
}

/**
 * `GET /track/<token>/events`: changes of the order behind the link, without any id.
 * @throws AppError NOT_FOUND, TOO_MANY_STREAMS
 */
export const openTrackEvents = async (
  ctx: Context,
  { token }: { token: string },
  request: Request,
): Promise<Response> => {
  const orderId = requireTrackedOrderId(ctx, token)
  const telling: EventFilter = ({ caseId, version }) => (caseId === orderId ? { version } : null)
  const holder = { key: orderId, maxStreams: MAX_STREAMS_PER_LINK }
  return live(ctx.runtime).streams.open(telling, getLastEventId(request), holder)
}
