/** One story of an order and its approval, told in the order in which it happened. */

import {
  type ActivityStreamItem,
  renderEntry,
  type StreamCode,
  type StreamEntry,
} from '@/temporal/contract/cases/activity-stream'

/** An entry with a key that is unique across both streams. */
export interface ActivityEntry extends ActivityStreamItem {
  key: string
}

/** What one stream says of the other, which says it better itself. */
const DUPLICATE_CODES: readonly StreamCode[] = ['approvalOpened', 'approvalAnswered']

const withKeys = (name: string, items: readonly ActivityStreamItem[]): ActivityEntry[] =>
  items.map((item) => ({ ...item, key: `${name}-${item.id}` }))

/** Merges the streams by time; entries of one stream keep their order. A missing stream is told as empty. */
export const mergeActivity = (
  order: readonly StreamEntry[] | undefined,
  approval: readonly ActivityStreamItem[] | undefined,
): ActivityEntry[] => {
  if (!order) return withKeys('approval', approval ?? [])
  if (!approval) return withKeys('order', order.map(renderEntry))
  return [...withKeys('order', order.map(renderEntry)), ...withKeys('approval', approval)]
    .filter(({ code }) => !DUPLICATE_CODES.includes(code))
    .sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp))
}
