/** One story of an order and its approval, told in the order in which it happened. */

import {
  type ActivityStreamItem,
  renderEntry,
  type StreamCode,
  type StreamEntry,
} from '@/temporal/contract/cases/activity-stream'

/** An entry with a key that is unique across both streams. */
export interface StoryItem extends ActivityStreamItem {
  key: string
}

/** What one stream says of the other, which says it better itself. */
const TOLD_TWICE: readonly StreamCode[] = ['approvalOpened', 'approvalAnswered']

const keyed = (name: string, items: readonly ActivityStreamItem[]): StoryItem[] =>
  items.map((item) => ({ ...item, key: `${name}-${item.id}` }))

/** Merges the streams by time; entries of one stream keep their order. A missing stream is told as empty. */
export const storyOf = (
  order: readonly StreamEntry[] | undefined,
  approval: readonly ActivityStreamItem[] | undefined,
): StoryItem[] => {
  if (!order) return keyed('approval', approval ?? [])
  if (!approval) return keyed('order', order.map(renderEntry))
  return [...keyed('order', order.map(renderEntry)), ...keyed('approval', approval)]
    .filter(({ code }) => !TOLD_TWICE.includes(code))
    .sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp))
}
