import { type Context, requirePermission, type Verb } from '@/app/_server/auth/context'
import type { CaseKey } from '@/db/queries/cases/case-keyset'
import type { PageRequest } from '@/db/queries/cases/case-list'
import { CASE_READ_RETENTION_MS, selectReadVersions } from '@/db/queries/cases/case-reads'
import { selectCasePage, selectCaseVersions } from '@/db/queries/cases/cases'
import { selectAssignableStaff } from '@/db/queries/people/staff'
import { STAFF_ROLES } from '@/temporal/contract/auth/actor'
import type { BaseCaseItem, CaseItem } from '@/temporal/contract/cases/case'
import type { CaseFilter, CaseList, Sort } from '@/temporal/contract/cases/case-filter'
import { AppError } from '@/temporal/contract/errors'
import type { ListCases } from '@/temporal/contract/schemas/case-list'
import { isTerminal } from '@/temporal/contract/states'
import { live } from '../live/live'
import { deriveKey } from '../platform/key-derivation'
import { isDatabaseDown } from '../platform/resilience/database-errors'
import { databaseBreaker, temporalBreaker } from '../platform/resilience/dependency-breakers'
import type { Runtime } from '../platform/runtime'
import { withMe } from './case-access'
import { type Position, readCursor, signCursor } from './cursor'
import { createStaffNameCache, type StaffNameCache } from './staff-name-cache'
import { createVisibilityCheck, type VisibilityCheck } from './visibility-check'

const DEFAULT_SORT: Sort = '-created'
/** A list waits as long for Postgres, then it comes from Temporal. */
const PROJECTION_TIMEOUT_MS = 2_500
const MAX_STAFF = 1_000
/** Names are worth no longer wait: without them a list shows ids. */
const NAMES_TIMEOUT_MS = 500

interface ListRequest {
  filter: CaseFilter
  sort: Sort
  limit: number
  position: Position<CaseKey> | null
}

const cursorKey = ({ env }: Runtime): Buffer => deriveKey(env.authSecret, 'cursor')

const getStaffNameCache = (runtime: Runtime): StaffNameCache =>
  runtime.shared('staff-names', () =>
    createStaffNameCache(() =>
      databaseBreaker(runtime).execute(
        () => selectAssignableStaff(runtime.db, { roles: STAFF_ROLES, limit: MAX_STAFF }),
        NAMES_TIMEOUT_MS,
      ),
    ),
  )

const getVisibilityCheck = (runtime: Runtime): VisibilityCheck =>
  runtime.shared('visibility-check', () => {
    const { db, gateway, log } = runtime
    return createVisibilityCheck(
      {
        indexed: gateway.getIndexedVersions,
        stored: (caseIds) => selectCaseVersions(db, caseIds),
        markStale: live(runtime).reader.markStale,
      },
      log,
    )
  })

/** The page, each row with whether the asking person saw it as it is. */
const readPageWithUnread = async (
  { runtime, now }: Context,
  actorId: string,
  filter: CaseFilter,
  page: PageRequest,
) => {
  const { items, ...found } = await selectCasePage(runtime.db, filter, page, now)
  const seen = await selectReadVersions(
    runtime.db,
    actorId,
    items.map(({ caseId }) => caseId),
  )
  const isLongOver = ({ status, updatedAt }: BaseCaseItem) =>
    isTerminal(status) && Date.parse(updatedAt) < now.getTime() - CASE_READ_RETENTION_MS
  const isUnread = (item: BaseCaseItem) =>
    item.version > (seen.get(item.caseId) ?? (isLongOver(item) ? item.version : 0))
  return { ...found, items: items.map((item): CaseItem => ({ ...item, isUnread: isUnread(item) })) }
}

const fromProjection = async (ctx: Context, actorId: string, question: ListRequest): Promise<CaseList> => {
  const { sort, limit, position, filter } = question
  const { runtime, now } = ctx
  const start = position?.source === 'projection' ? position : {}
  const { items, ...found } = await databaseBreaker(runtime).execute(
    () => readPageWithUnread(ctx, actorId, filter, { sort, limit, ...start }),
    PROJECTION_TIMEOUT_MS,
  )
  getStaffNameCache(runtime).add(items)
  void getVisibilityCheck(runtime).checkDrift(items)
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
const fromVisibility = async ({ runtime, now }: Context, question: ListRequest): Promise<CaseList> => {
  const { filter, limit, position } = question
  const token = position?.source === 'visibility' ? Buffer.from(position.pageToken, 'base64') : null
  if (temporalBreaker(runtime).isOpen) throw new AppError('TEMPORAL_UNAVAILABLE')
  const [page, total] = await Promise.all([
    runtime.gateway.listByVisibility(filter, limit, token),
    runtime.gateway.countByVisibility(filter),
  ])
  const pageToken = page.nextPageToken && Buffer.from(page.nextPageToken).toString('base64')
  return {
    items: (await getStaffNameCache(runtime).withNames(page.items)).map((item) => ({
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

const toListRequest = ({ runtime }: Context, actorId: string, input: ListCases): ListRequest => {
  const question = {
    filter: withMe(input.filter, actorId),
    sort: input.sort ?? DEFAULT_SORT,
    limit: input.limit,
  }
  const position = input.cursor ? readCursor<CaseKey>(cursorKey(runtime), question, input.cursor) : null
  if (position && input.source && position.source !== input.source) throw new AppError('INVALID_CURSOR')
  return { ...question, position }
}

/**
 * A page of cases, for staff. While Postgres is away the list comes from Temporal, in Temporal's order, and says so.
 * @throws AppError INVALID_CURSOR, SORT_UNSUPPORTED
 */
export const listCases: Verb<ListCases, CaseList> = async (ctx, input) => {
  const { id } = requirePermission(ctx, 'case.list')
  if (input.source === 'visibility' && input.sort) throw new AppError('SORT_UNSUPPORTED')
  const question = toListRequest(ctx, id, input)
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
