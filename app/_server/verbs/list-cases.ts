import { type Context, demand, type Verb } from '@/app/_server/http/context'
import type { CaseKey } from '@/db/queries/case-keyset'
import { caseVersions, listCases as findCases } from '@/db/queries/cases'
import { listStaff } from '@/db/queries/people'
import { Refusal } from '@/temporal/contract/errors'
import type { CaseFilter, CaseList, Sort } from '@/temporal/contract/filter'
import { STAFF_ROLES } from '@/temporal/contract/people'
import type { ListCases } from '@/temporal/contract/schemas/list'
import { type Position, readCursor, signCursor } from '../cases/cursor'
import { createStaffNames, type StaffNames } from '../cases/staff-names'
import { createVisibilityCheck, type VisibilityCheck } from '../cases/visibility-check'
import { isDatabaseDown } from '../http/database-errors'
import { withDeadline } from '../http/deadline'
import { subkey } from '../identity/secrets'
import { live } from '../live/live'
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
      withDeadline(listStaff(runtime.db, { roles: STAFF_ROLES, limit: MAX_STAFF }), NAMES_MS),
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

const fromProjection = async ({ runtime, now }: Context, question: Question): Promise<CaseList> => {
  const { sort, limit, position, filter } = question
  const start = position?.source === 'projection' ? position : {}
  const found = await withDeadline(
    findCases(runtime.db, filter, { sort, limit, ...start }, now),
    PROJECTION_MS,
  )
  namesOf(runtime).learn(found.items)
  void checkOf(runtime).look(found.items)
  const cursor = (at: Position<CaseKey>) => signCursor(cursorKey(runtime), question, at)
  return {
    items: found.items,
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
  const [page, total] = await Promise.all([
    runtime.gateway.list(filter, limit, token),
    runtime.gateway.count(filter),
  ])
  const pageToken = page.nextPageToken && Buffer.from(page.nextPageToken).toString('base64')
  return {
    items: await namesOf(runtime).name(page.items),
    nextCursor: pageToken && signCursor(cursorKey(runtime), question, { source: 'visibility', pageToken }),
    prevCursor: null,
    total: { value: total, exact: true },
    source: 'visibility',
    asOf: now.toISOString(),
  }
}

const questionOf = ({ runtime }: Context, actorId: string, input: ListCases): Question => {
  const assignee = input.filter.assignee === 'me' ? actorId : input.filter.assignee
  const question = {
    filter: { ...input.filter, assignee },
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
    return await fromProjection(ctx, question)
  } catch (error) {
    // The second page of one list does not follow from the first page of another.
    if (!isDatabaseDown(error) || question.position) throw error
    return fromVisibility(ctx, question)
  }
}
