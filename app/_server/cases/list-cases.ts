import { type Context, requirePermission, type Verb } from '@/app/_server/auth/context'
import type { CaseKey } from '@/db/queries/cases/case-keyset'
import type { PageRequest } from '@/db/queries/cases/case-list'
import { selectCasePage } from '@/db/queries/cases/case-list'
import { selectCaseVersions } from '@/db/queries/cases/cases'
import { CASE_READ_RETENTION_MS, selectReadVersions } from '@/db/queries/cases/read-marks'
import { countByVisibility, getIndexedVersions, listByVisibility } from '@/temporal/client/visibility-list'
import type { BaseCaseItem, CaseItem } from '@/temporal/contract/cases/case'
import type { CaseFilter, CaseList, Sort } from '@/temporal/contract/cases/case-filter'
import { resolveDays } from '@/temporal/contract/cases/filter-days'
import { AppError } from '@/temporal/contract/errors'
import type { ListCases } from '@/temporal/contract/schemas/case-list-request'
import { isTerminal } from '@/temporal/contract/states'
import { getStaffCache } from '../auth/staff-cache'
import { getTimeZone } from '../auth/time-zone'
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
/** After this time-out the list is read from Temporal instead. */
const PROJECTION_TIMEOUT_MS = 2_500

interface ListRequest {
  filter: CaseFilter
  sort: Sort
  limit: number
  position: Position<CaseKey> | null
}

const cursorKey = ({ env }: Runtime): Buffer => deriveKey(env.authSecret, 'cursor')

const getStaffNameCache = (runtime: Runtime): StaffNameCache =>
  runtime.shared('staff-name-cache', () => createStaffNameCache(getStaffCache(runtime).all))

const getVisibilityCheck = (runtime: Runtime): VisibilityCheck =>
  runtime.shared('visibility-check', () => {
    const { db, log, temporal } = runtime
    return createVisibilityCheck(
      {
        indexed: (caseIds) => getIndexedVersions(temporal, caseIds),
        stored: (caseIds) => selectCaseVersions(db, caseIds),
        markStale: live(runtime).reader.markStale,
      },
      log,
    )
  })

/** A page of the projection; each row tells whether the actor has read its latest version. */
const readPageWithUnread = async (
  { runtime, now }: Context,
  actorId: string,
  filter: CaseFilter,
  request: PageRequest,
) => {
  const { items, ...page } = await selectCasePage(runtime.db, filter, request, now)
  const readVersions = await selectReadVersions(
    runtime.db,
    actorId,
    items.map(({ caseId }) => caseId),
  )
  const isExpired = ({ status, updatedAt }: BaseCaseItem) =>
    isTerminal(status) && Date.parse(updatedAt) < now.getTime() - CASE_READ_RETENTION_MS
  const isUnread = (item: BaseCaseItem) =>
    item.version > (readVersions.get(item.caseId) ?? (isExpired(item) ? item.version : 0))
  return { ...page, items: items.map((item): CaseItem => ({ ...item, isUnread: isUnread(item) })) }
}

const fromProjection = async (ctx: Context, actorId: string, request: ListRequest): Promise<CaseList> => {
  const { sort, limit, position, filter } = request
  const { runtime, now } = ctx
  const start = position?.source === 'projection' ? position : {}
  const { items, ...page } = await databaseBreaker(runtime).execute(
    () => readPageWithUnread(ctx, actorId, filter, { sort, limit, ...start }),
    PROJECTION_TIMEOUT_MS,
  )
  getStaffNameCache(runtime).add(items)
  void getVisibilityCheck(runtime).checkDrift(items)
  const cursor = (at: Position<CaseKey>) => signCursor(cursorKey(runtime), request, at)
  return {
    items,
    nextCursor: page.next && cursor({ source: 'projection', after: page.next }),
    // The page before an emptied one ends with the row after which that one would have begun.
    prevCursor:
      page.prev &&
      cursor({
        source: 'projection',
        ...(items.length > 0 ? { before: page.prev } : { through: page.prev }),
      }),
    total: page.total,
    source: 'projection',
    asOf: now.toISOString(),
  }
}

/** Sorted by Temporal, newest first. Its page tokens lead forward only, so there is no previous page. */
const fromVisibility = async ({ runtime, now }: Context, request: ListRequest): Promise<CaseList> => {
  const { filter, limit, position } = request
  const token = position?.source === 'visibility' ? Buffer.from(position.pageToken, 'base64') : null
  if (temporalBreaker(runtime).isOpen) throw new AppError('TEMPORAL_UNAVAILABLE')
  const [page, total] = await Promise.all([
    listByVisibility(runtime.temporal, filter, limit, token),
    countByVisibility(runtime.temporal, filter),
  ])
  const pageToken = page.nextPageToken && Buffer.from(page.nextPageToken).toString('base64')
  return {
    items: (await getStaffNameCache(runtime).withNames(page.items)).map((item) => ({
      ...item,
      interactionId: null,
      isUnread: false,
    })),
    nextCursor: pageToken && signCursor(cursorKey(runtime), request, { source: 'visibility', pageToken }),
    prevCursor: null,
    total: { value: total, exact: true },
    source: 'visibility',
    asOf: now.toISOString(),
  }
}

const toListRequest = (ctx: Context, actorId: string, input: ListCases): ListRequest => {
  const { runtime } = ctx
  const request = {
    filter: resolveDays(withMe(input.filter, actorId), getTimeZone(ctx, input.filter.zone)),
    sort: input.sort ?? DEFAULT_SORT,
    limit: input.limit,
  }
  const position = input.cursor ? readCursor<CaseKey>(cursorKey(runtime), request, input.cursor) : null
  if (position && input.source && position.source !== input.source) throw new AppError('INVALID_CURSOR')
  return { ...request, position }
}

/**
 * A page of cases, for staff. While Postgres is down it comes from Temporal's Visibility in its order; see `source`.
 * @throws AppError INVALID_CURSOR, SORT_UNSUPPORTED
 */
export const listCases: Verb<ListCases, CaseList> = async (ctx, input) => {
  const { id } = requirePermission(ctx, 'case.list')
  if (input.source === 'visibility' && input.sort) throw new AppError('SORT_UNSUPPORTED')
  const request = toListRequest(ctx, id, input)
  const source = request.position?.source ?? input.source
  if (source === 'visibility') return fromVisibility(ctx, request)
  try {
    return await fromProjection(ctx, id, request)
  } catch (error) {
    // A later page cannot fall back: the two sources sort differently.
    if (!isDatabaseDown(error) || request.position) throw error
    return fromVisibility(ctx, request)
  }
}
