/** Who is told of which change: staff of all, customers of their own orders. */

import type { CaseNotice } from '@/db/notify'
import { can } from '@/temporal/contract/can'
import type { Actor } from '@/temporal/contract/people'
import { type Context, requireActor } from '../http/context'
import { demandOrder } from '../orders/order-access'
import { trackedOrderId } from '../verbs/track-order'
import { live } from './live'
import type { Telling } from './streams'

/** One for each browser is what our pages open; a link may be shared with many. */
const MAX_OF_PERSON = 50
const MAX_OF_LINK = 600

const idAndVersion = ({ caseId, version }: CaseNotice) => ({ caseId, version })

/** Approvals are the staff's: a customer hears of the order alone. */
const isOwnOrder = (actor: Actor, { owner, caseId, orderId }: CaseNotice): boolean =>
  owner === actor.principal && caseId === orderId

const tellingFor = (actor: Actor, caseId: string | undefined): Telling => {
  const maySee = (notice: CaseNotice): boolean => can(actor, 'case.read') || isOwnOrder(actor, notice)
  // A change of an order's approval changes what the order's case asks.
  const isAsked = (notice: CaseNotice): boolean =>
    caseId === undefined || notice.caseId === caseId || notice.orderId === caseId
  return (notice) => (maySee(notice) && isAsked(notice) ? idAndVersion(notice) : null)
}

const lastEventIdOf = (request: Request): string | null => request.headers.get('last-event-id')

/** @throws Refusal NOT_FOUND for an unknown case and for another's alike */
const demandSight = async (ctx: Context, actor: Actor, caseId: string): Promise<void> => {
  if (can(actor, 'case.read')) await live(ctx.runtime).reader.read(caseId)
  else await demandOrder(ctx, 'order.read', caseId)
}

/**
 * `GET /events`: every change that the caller may see, or those of one case.
 * @throws Refusal NOT_FOUND, TOO_MANY_STREAMS
 */
export const openEvents = async (
  ctx: Context,
  input: { case?: string },
  request: Request,
): Promise<Response> => {
  const actor = requireActor(ctx)
  if (input.case !== undefined) await demandSight(ctx, actor, input.case)
  const holder = { key: actor.principal, maxStreams: MAX_OF_PERSON }
  return live(ctx.runtime).streams.open(tellingFor(actor, input.case), lastEventIdOf(request), holder)
}

/**
 * `GET /track/<token>/events`: changes of the order behind the link, without any id.
 * @throws Refusal NOT_FOUND, TOO_MANY_STREAMS
 */
export const openTrackEvents = async (
  ctx: Context,
  { token }: { token: string },
  request: Request,
): Promise<Response> => {
  const orderId = trackedOrderId(ctx, token)
  const telling: Telling = ({ caseId, version }) => (caseId === orderId ? { version } : null)
  const holder = { key: orderId, maxStreams: MAX_OF_LINK }
  return live(ctx.runtime).streams.open(telling, lastEventIdOf(request), holder)
}
