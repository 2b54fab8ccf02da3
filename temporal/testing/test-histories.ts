/** Reads saved histories and lists what they requested. */

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { defaultPayloadConverter, type Payload } from '@temporalio/common'
import { type History, historyFromJSON } from '@temporalio/common/lib/proto-utils'
import type { EndingName } from './test-endings'

/** Histories of earlier versions that today's code no longer makes, but must still replay. */
export const RELEASED_HISTORIES = [
  'approval-decided-over-claim',
  // Claimed before an upgrade; taken over, escalated and decided after it.
  'approval-upgraded',
  // The old version recorded the new signal as ignored, while a new worker ran beside it.
  'approval-signalled-before-upgrade',
] as const
type HistoryName = EndingName | (typeof RELEASED_HISTORIES)[number]

/** The file that holds the history of an ending. */
export const toHistoryPath = (name: HistoryName): string =>
  fileURLToPath(new URL(`../workflows/histories/${name}.json`, import.meta.url))

export const readHistory = async (name: HistoryName): Promise<History> =>
  historyFromJSON(JSON.parse(await readFile(toHistoryPath(name), 'utf8')))

/**
 * Paths and types within a value, such as `0.lines[].sku:string`. All entries of a list have one path; values below
 * `depth` are not distinguished.
 */
const toPaths = (value: unknown, path: string, depth: number): string[] => {
  if (Array.isArray(value)) return value.flatMap((entry) => toPaths(entry, `${path}[]`, depth))
  if (typeof value !== 'object' || value === null)
    return [`${path}:${value === null ? 'null' : typeof value}`]
  if (depth === 0) return [`${path}:object`]
  return Object.entries(value).flatMap(([key, entry]) => toPaths(entry, `${path}.${key}`, depth - 1))
}

/** Views are coalesced before they are written, so which of their fields are set varies between runs. */
const toDepth = (request: string): number => (request === 'saveCase' ? 1 : Number.POSITIVE_INFINITY)

const requestPaths = (request: string, payloads: readonly Payload[] | null | undefined): string[] =>
  (payloads ?? []).flatMap((payload, i) =>
    toPaths(defaultPayloadConverter.fromPayload(payload), `${request} ${i}`, toDepth(request)),
  )

/**
 * The requests of histories: each activity and child workflow with the paths of its arguments, sorted and distinct.
 * Replay checks the kind and order of requests, but not their arguments.
 */
export const listRequests = (histories: readonly History[]): string[] => {
  const paths = histories
    .flatMap(({ events }) => events ?? [])
    .flatMap((event) => {
      const activity = event.activityTaskScheduledEventAttributes
      const child = event.startChildWorkflowExecutionInitiatedEventAttributes
      return [
        ...requestPaths(activity?.activityType?.name ?? '', activity?.input?.payloads),
        ...requestPaths(child?.workflowType?.name ?? '', child?.input?.payloads),
      ]
    })
  return [...new Set(paths)].sort()
}
