/** Messages of the live stream, and between the tabs of one browser that share it. */

import type { EventData, StreamMessage } from './event-stream'

/** Ids and versions only, never data. */
export interface CaseChange {
  caseId: string
  version: number
}

export type LiveMessage = StreamMessage<CaseChange>

/** The change in the data of a server-sent event, or null where the data is not valid. */
export const toCaseChange = ({ caseId, version }: EventData): CaseChange | null =>
  typeof caseId === 'string' && typeof version === 'number' ? { caseId, version } : null

/** Messages between tabs: those of the stream, and the question of a new tab whether it is connected. */
export type TabMessage =
  | { kind: 'heard'; message: LiveMessage }
  | { kind: 'hello'; from: string }
  | { kind: 'welcome'; to: string; isConnected: boolean }
