import { type Context, demand, type Verb } from '@/app/_server/http/context'
import type { CaseKey } from '@/db/queries/case-keyset'
import type { ListPage } from '@/db/queries/case-list'
import { SEEN_KEPT_MS, seenVersions } from '@/db/queries/case-seen'
import { caseVersions, listCases as findCases } from '@/db/queries/cases'
import { listStaff } from '@/db/queries/people'
import type { CaseEntry, CaseItem } from '@/temporal/contract/case'
import { Refusal } from '@/temporal/contract/errors'
import type { CaseFilter, CaseList, Sort } from '@/temporal/contract/filter'
import { STAFF_ROLES } from '@/temporal/contract/people'
import type { ListCases } from '@/temporal/contract/schemas/list'
import { isTerminal } from '@/temporal/contract/states'
import { withMe } from '../cases/actors'
import { type Position, readCursor, signCursor } from '../cases/cursor'
import { createStaffNames, type StaffNames } from '../cases/staff-names'
import { createVisibilityCheck, type VisibilityCheck } from '../cases/visibility-check'
import { isDatabaseDown } from '../http/database-errors'
import { subkey } from '../identity/secrets'
import { live } from '../live/live'
import { databaseRest, temporalRest } from '../resting'
import type { Runtime } from '../runtime'

const DEFAULT_SORT: Sort = '-created'
/** A list waits as long for Postgres, then it comes from Temporal. */
const PROJECTION_MS = 2_500
const MAX_STAFF = 1_000
/** Names are worth no longer wait: without them a list shows ids. */
const NAMES_MS = 500

interface Question {
  filter: CaseFilter
  sort: Sort
  limit: number
  position: Position<CaseKey> | null
}

const cursorKey = ({ env }: Runtime): Buffer => subkey(env.authSecret, 'cursor')

const namesOf = (runtime: Runtime): StaffNames =>
  runtime.shared('staff-names', () =>
    createStaffNames(() =>
      databaseRest(runtime).ask(
        () => listStaff(runtime.db, { roles: STAFF_ROLES, limit: MAX_STAFF }),
        NAMES_MS,
      ),
    ),
  )

const checkOf = (runtime: Runtime): VisibilityCheck =>
  runtime.shared('visibility-check', () => {
    const { db, gateway, log } = runtime
    return createVisibilityCheck(
      {
        indexed: gateway.versionsOf,
        stored: (caseIds) => caseVersions(db, caseIds),
        distrust: live(runtime).reader.distrust,
      },
      log,
    )
  })

/** The page, each row with whether the asking person saw it as it is. */
const findSeen = async ({ runtime, now }: Context, actorId: string, filter: CaseFilter, page: ListPage) => {
  const { items, ...found } = await findCases(runtime.db, filter, page, now)
  const seen = await seenVersions(
    runtime.db,
    actorId,
    items.map(({ caseId }) => caseId),
  )
  const isLongOver = ({ status, updatedAt }: CaseEntry) =>
    isTerminal(status) && Date.parse(updatedAt) < now.getTime() - SEEN_KEPT_MS
  const isUnread = (item: CaseEntry) =>
    item.version > (seen.get(item.caseId) ?? (isLongOver(item) ? item.version : 0))
  return { ...found, items: items.map((item): CaseItem => ({ ...item, isUnread: isUnread(item) })) }
}

const fromProjection = async (ctx: Context, actorId: string, question: Question): Promise<CaseList> => {
  const { sort, limit, position, filter } = question
  const { runtime, now } = ctx
  const start = position?.source === 'projection' ? position : {}
  const { items, ...found } = await databaseRest(runtime).ask(
    () => findSeen(ctx, actorId, filter, { sort, limit, ...start }),
    PROJECTION_MS,
  )
  namesOf(runtime).learn(items)
  void checkOf(runtime).look(items)
  const cursor = (at: Position<CaseKey>) => signCursor(cursorKey(runtime), question, at)
  return {
    items,
    nextCursor: found.next && cursor({ source: 'projection', after: found.next }),
    prevCursor: found.prev && cursor({ source: 'projection', before: found.prev }),
    total: found.total,
    source: 'projection',
    asOf: now.toISOString(),
  }
}

/** Temporal's own order, newest first; its page tokens lead forward only. */
const fromVisibility = async ({ runtime, now }: Context, question: Question): Promise<CaseList> => {
  const { filter, limit, position } = question
  const token = position?.source === 'visibility' ? Buffer.from(position.pageToken, 'base64') : null
  if (temporalRest(runtime).isResting) throw new Refusal('TEMPORAL_UNAVAILABLE')
  const [page, total] = await Promise.all([
    runtime.gateway.list(filter, limit, token),
    runtime.gateway.count(filter),
  ])
  const pageToken = page.nextPageToken && Buffer.from(page.nextPageToken).toString('base64')
  return {
    items: (await namesOf(runtime).name(page.items)).map((item) => ({
      ...item,
      interactionId: null,
      isUnread: false,
    })),
    nextCursor: pageToken && signCursor(cursorKey(runtime), question, { source: 'visibility', pageToken }),
    prevCursor: null,
    total: { value: total, exact: true },
    source: 'visibility',
    asOf: now.toISOString(),
  }
}

const questionOf = ({ runtime }: Context, actorId: string, input: ListCases): Question => {
  const question = {
    filter: withMe(input.filter, actorId),
    sort: input.sort ?? DEFAULT_SORT,
    limit: input.limit,
  }
  const position = input.cursor ? readCursor<CaseKey>(cursorKey(runtime), question, input.cursor) : null
  if (position && input.source && position.source !== input.source) throw new Refusal('INVALID_CURSOR')
  return { ...question, position }
}

/**
 * A page of cases, for staff. While Postgres is away the list comes from Temporal, in Temporal's order, and says so.
 * @throws Refusal INVALID_CURSOR, SORT_UNSUPPORTED
 */
export const listCases: Verb<ListCases, CaseList> = async (ctx, input) => {
  const { id } = demand(ctx, 'case.list')
  if (input.source === 'visibility' && input.sort) throw new Refusal('SORT_UNSUPPORTED')
  const question = questionOf(ctx, id, input)
  const source = question.position?.source ?? input.source
  if (source === 'visibility') return fromVisibility(ctx, question)
  try {
    return await fromProjection(ctx, id, question)
  } catch (error) {
    // The second page of one list does not follow from the first page of another.
    if (!isDatabaseDown(error) || question.position) throw error
    return fromVisibility(ctx, question)
  }
}
