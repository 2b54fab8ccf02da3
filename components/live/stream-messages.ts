/** Messages of the live stream, and between the tabs of one browser that share it. */

import type { StreamMessage } from './event-stream'

/** Ids and versions only, never data. */
export interface CaseChange {
  caseId: string
  version: number
}

export type LiveMessage = StreamMessage<CaseChange>

/** The change in the data of a server-sent event, or null where the data is not valid. */
export const parseChange = (data: string): CaseChange | null => {
  try {
    const value: unknown = JSON.parse(data)
    if (typeof value !== 'object' || value === null) return null
    const { caseId, version } = value as Record<string, unknown>
    return typeof caseId === 'string' && typeof version === 'number' ? { caseId, version } : null
  } catch {
    return null
  }
}

/** What goes between tabs: what the leader heard, and a newcomer's question whether the line is up. */
export type TabMessage =
  | { kind: 'heard'; message: LiveMessage }
  | { kind: 'hello'; from: string }
  | { kind: 'welcome'; to: string; isConnected: boolean }
