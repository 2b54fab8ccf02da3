/** Merges the activity of an order and of its approval into one stream. */

import type { ActivityStreamItem, StreamCode } from '@/temporal/contract/cases/activity-stream'

/** An entry with a key that is unique in both streams. */
export interface ActivityEntry extends ActivityStreamItem {
  key: string
}

/** Entries about the other case, which that case's own stream describes better. */
const DUPLICATE_CODES: readonly StreamCode[] = ['approvalOpened', 'approvalAnswered']

const withKeys = (name: string, items: readonly ActivityStreamItem[]): ActivityEntry[] =>
  items.map((item) => ({ ...item, key: `${name}-${item.id}` }))

/** Merges the streams by time; entries of one stream keep their order. A missing stream counts as empty. */
export const mergeActivity = (
  order: readonly ActivityStreamItem[] | undefined,
  approval: readonly ActivityStreamItem[] | undefined,
): ActivityEntry[] => {
  if (!order) return withKeys('approval', approval ?? [])
  if (!approval) return withKeys('order', order)
  return [...withKeys('order', order), ...withKeys('approval', approval)]
    .filter(({ code }) => !DUPLICATE_CODES.includes(code))
    .sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp))
}
