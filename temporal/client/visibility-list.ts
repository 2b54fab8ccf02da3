/** Lists and counts cases by Temporal's Visibility, which lags behind the workflows by milliseconds to seconds. */

import type { BaseCaseItem } from '../contract/cases/case'
import type { CaseFilter } from '../contract/cases/case-filter'
import { AppError } from '../contract/errors'
import { type TemporalConnection, withDeadline } from './connection'
import { GRPC, getGrpcCode, toOutageError } from './temporal-errors'
import { toCasesQuery, toVisibilityQuery } from './visibility-query'
import { keepNewestRuns, parseVisibilityRow, type VisibilityRow } from './visibility-row'

const LIST_MS = 2_000
/** Cases in one list call; a self-hosted frontend allows ten list calls a second. */
const VERSIONS_CHUNK = 200
/** List rows for each case, because a reset leaves closed runs beside the current one. */
const RUNS_FOR_EACH = 3
const MAX_PAGE = 1_000

export interface VisibilityPage {
  items: BaseCaseItem[]
  nextPageToken: Uint8Array | null
}

interface PageRequest {
  query: string
  pageSize: number
  pageToken: Uint8Array | null
}

/** The server refuses a page token that it cannot read with UNKNOWN, and uses that code for no other error here. */
const isBadToken = (error: unknown, token: Uint8Array | null): boolean => {
  const code = getGrpcCode(error)
  return token !== null && (code === GRPC.UNKNOWN || code === GRPC.INVALID_ARGUMENT)
}

const listExecutions = async (
  temporal: TemporalConnection,
  { query, pageSize, pageToken }: PageRequest,
): Promise<{ rows: VisibilityRow[]; next: Uint8Array | null }> => {
  const request = { namespace: temporal.namespace, query, pageSize, nextPageToken: pageToken }
  try {
    const page = await withDeadline(temporal, LIST_MS, () =>
      temporal.connection.workflowService.listWorkflowExecutions(request),
    )
    const rows = (page.executions ?? []).flatMap((info) => parseVisibilityRow(info) ?? [])
    return { rows, next: page.nextPageToken?.length ? page.nextPageToken : null }
  } catch (error) {
    throw isBadToken(error, pageToken) ? new AppError('INVALID_CURSOR') : toOutageError(error)
  }
}

/**
 * A page of cases, newest first, within 2 s. A page that is shorter than `pageSize` may still have a next page.
 * @throws AppError INVALID_CURSOR, VALIDATION_FAILED, TEMPORAL_UNAVAILABLE
 */
export const listByVisibility = async (
  temporal: TemporalConnection,
  filter: CaseFilter,
  pageSize: number,
  pageToken: Uint8Array | null,
): Promise<VisibilityPage> => {
  const { rows, next } = await listExecutions(temporal, {
    query: toVisibilityQuery(filter),
    pageSize,
    pageToken,
  })
  return { items: keepNewestRuns(rows), nextPageToken: next }
}

/**
 * Number of cases, within 2 s. Runs that a reset ended are counted too.
 * @throws AppError VALIDATION_FAILED, TEMPORAL_UNAVAILABLE
 */
export const countByVisibility = async (
  temporal: TemporalConnection,
  filter: CaseFilter,
): Promise<number> => {
  const query = toVisibilityQuery(filter)
  try {
    return (await withDeadline(temporal, LIST_MS, () => temporal.client.workflow.count(query))).count
  } catch (error) {
    throw toOutageError(error)
  }
}

/**
 * `CaseVersion` of each case; cases that Temporal does not list are absent. One call for each 200 cases, 2 s each.
 * @throws AppError TEMPORAL_UNAVAILABLE
 */
export const getIndexedVersions = async (
  temporal: TemporalConnection,
  caseIds: readonly string[],
): Promise<Map<string, number>> => {
  const versions = new Map<string, number>()
  for (let start = 0; start < caseIds.length; start += VERSIONS_CHUNK) {
    const chunk = caseIds.slice(start, start + VERSIONS_CHUNK)
    const pageSize = Math.min(chunk.length * RUNS_FOR_EACH, MAX_PAGE)
    const { rows } = await listExecutions(temporal, { query: toCasesQuery(chunk), pageSize, pageToken: null })
    for (const { caseId, version } of keepNewestRuns(rows)) versions.set(caseId, version)
  }
  return versions
}
