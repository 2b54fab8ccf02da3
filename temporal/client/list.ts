/** Many cases at once, from Temporal's own index. It lags behind the workflows by milliseconds to seconds. */

import type { CaseEntry } from '../contract/case'
import { Refusal } from '../contract/errors'
import type { CaseFilter } from '../contract/filter'
import { type Calls, within } from './connection'
import { asOutage, GRPC, grpcCodeOf } from './failures'
import { type ListedCase, listedCase, newestRuns } from './visibility-item'
import { casesQuery, visibilityQuery } from './visibility-query'

const LIST_MS = 2_000
/** Cases asked for in one call; a self-hosted frontend allows ten such calls a second. */
const VERSIONS_CHUNK = 200
/** Room for the runs that a reset left beside the current one. */
const RUNS_FOR_EACH = 3
const MAX_PAGE = 1_000

export interface ListedPage {
  items: CaseEntry[]
  nextPageToken: Uint8Array | null
}

interface Page {
  query: string
  pageSize: number
  pageToken: Uint8Array | null
}

/** The server hides why it cannot read a page token behind UNKNOWN, and says the same of nothing else here. */
const isBadToken = (error: unknown, token: Uint8Array | null): boolean => {
  const code = grpcCodeOf(error)
  return token !== null && (code === GRPC.UNKNOWN || code === GRPC.INVALID_ARGUMENT)
}

const listed = async (
  calls: Calls,
  { query, pageSize, pageToken }: Page,
): Promise<{ rows: ListedCase[]; next: Uint8Array | null }> => {
  const request = { namespace: calls.namespace, query, pageSize, nextPageToken: pageToken }
  try {
    const answer = await within(calls, LIST_MS, () =>
      calls.connection.workflowService.listWorkflowExecutions(request),
    )
    const rows = (answer.executions ?? []).flatMap((info) => listedCase(info) ?? [])
    return { rows, next: answer.nextPageToken?.length ? answer.nextPageToken : null }
  } catch (error) {
    throw isBadToken(error, pageToken) ? new Refusal('INVALID_CURSOR') : asOutage(error)
  }
}

/**
 * A page of cases, newest first, within 2 s. A page may be shorter than `pageSize` and still have a next one.
 * @throws Refusal INVALID_CURSOR, VALIDATION_FAILED, TEMPORAL_UNAVAILABLE
 */
export const list = async (
  calls: Calls,
  filter: CaseFilter,
  pageSize: number,
  pageToken: Uint8Array | null,
): Promise<ListedPage> => {
  const { rows, next } = await listed(calls, { query: visibilityQuery(filter), pageSize, pageToken })
  return { items: newestRuns(rows), nextPageToken: next }
}

/**
 * How many cases there are, within 2 s. Runs that a reset ended are counted too.
 * @throws Refusal VALIDATION_FAILED, TEMPORAL_UNAVAILABLE
 */
export const count = async (calls: Calls, filter: CaseFilter): Promise<number> => {
  const query = visibilityQuery(filter)
  try {
    return (await within(calls, LIST_MS, () => calls.client.workflow.count(query))).count
  } catch (error) {
    throw asOutage(error)
  }
}

/**
 * `CaseVersion` of each of these cases; one that Temporal does not list is absent. One call for each 200.
 * @throws Refusal TEMPORAL_UNAVAILABLE
 */
export const versionsOf = async (calls: Calls, caseIds: readonly string[]): Promise<Map<string, number>> => {
  const versions = new Map<string, number>()
  for (let start = 0; start < caseIds.length; start += VERSIONS_CHUNK) {
    const chunk = caseIds.slice(start, start + VERSIONS_CHUNK)
    const pageSize = Math.min(chunk.length * RUNS_FOR_EACH, MAX_PAGE)
    const { rows } = await listed(calls, { query: casesQuery(chunk), pageSize, pageToken: null })
    for (const { caseId, version } of newestRuns(rows)) versions.set(caseId, version)
  }
  return versions
}
