import { type Context, requirePermission, type Verb } from '@/app/_server/auth/context'
import type { CaseKey } from '@/db/queries/cases/case-keyset'
import type { PageRequest } from '@/db/queries/cases/case-list'
import { CASE_READ_RETENTION_MS, selectReadVersions } from '@/db/queries/cases/case-reads'
import { selectCasePage, selectCaseVersions } from '@/db/queries/cases/cases'
import { countByVisibility, getIndexedVersions, listByVisibility } from '@/temporal/client/visibility-list'
import type { BaseCaseItem, CaseItem } from '@/temporal/contract/cases/case'
import type { CaseFilter, CaseList, Sort } from '@/temporal/contract/cases/case-filter'
import { AppError } from '@/temporal/contract/errors'
import type { ListCases } from '@/temporal/contract/schemas/case-list'
import { isTerminal } from '@/temporal/contract/states'
import { getStaffCache } from '../auth/staff-cache'
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
/** After this time-out the list comes from Temporal. */
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

/** A page of cases, with the unread mark of the caller. */
const readPageWithUnread = async (
  { runtime, now }: Context,
  actorId: string,
  filter: CaseFilter,
  page: PageRequest,
) => {
  const { items, ...found } = await selectCasePage(runtime.db, filter, page, now)
  const readVersions = await selectReadVersions(
    runtime.db,
    actorId,
    items.map(({ caseId }) => caseId),
  )
  const isLongOver = ({ status, updatedAt }: BaseCaseItem) =>
    isTerminal(status) && Date.parse(updatedAt) < now.getTime() - CASE_READ_RETENTION_MS
  const isUnread = (item: BaseCaseItem) =>
    item.version > (readVersions.get(item.caseId) ?? (isLongOver(item) ? item.version : 0))
  return { ...found, items: items.map((item): CaseItem => ({ ...item, isUnread: isUnread(item) })) }
}

const fromProjection = async (ctx: Context, actorId: string, request: ListRequest): Promise<CaseList> => {
  const { sort, limit, position, filter } = request
  const { runtime, now } = ctx
  const start = position?.source === 'projection' ? position : {}
  const { items, ...found } = await databaseBreaker(runtime).execute(
    () => readPageWithUnread(ctx, actorId, filter, { sort, limit, ...start }),
    PROJECTION_TIMEOUT_MS,
  )
  getStaffNameCache(runtime).add(items)
  void getVisibilityCheck(runtime).checkDrift(items)
  const cursor = (at: Position<CaseKey>) => signCursor(cursorKey(runtime), request, at)
  return {
    items,
    nextCursor: found.next && cursor({ source: 'projection', after: found.next }),
    prevCursor: found.prev && cursor({ source: 'projection', before: found.prev }),
    total: found.total,
    source: 'projection',
    asOf: now.toISOString(),
  }
}

/** In Temporal's order, newest first; its page tokens lead forward only. */
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

const toListRequest = ({ runtime }: Context, actorId: string, input: ListCases): ListRequest => {
  const request = {
    filter: withMe(input.filter, actorId),
    sort: input.sort ?? DEFAULT_SORT,
    limit: input.limit,
  }
  const position = input.cursor ? readCursor<CaseKey>(cursorKey(runtime), request, input.cursor) : null
  if (position && input.source && position.source !== input.source) throw new AppError('INVALID_CURSOR')
  return { ...request, position }
}

/**
 * A page of cases, for staff. While Postgres is down it comes from Temporal, in Temporal's order, as `source` says.
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
    // A cursor of the projection leads nowhere in the list of Temporal.
    if (!isDatabaseDown(error) || request.position) throw error
    return fromVisibility(ctx, request)
  }
}
