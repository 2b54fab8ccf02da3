/** Groups repeated entries of the system into one line that can be expanded. */

import type { StreamType } from '@/temporal/contract/cases/activity-stream'
import type { ActivityEntry } from './merge-activity'

export type EntryGroup =
  | { kind: 'entry'; item: ActivityEntry }
  | { kind: 'repeated'; key: string; items: ActivityEntry[] }

/** Fewer entries are faster to read than to expand. */
const MIN_COLLAPSED = 4

/** Each code occurs twice on average: a recurring outage, not the ordinary steps of an order. */
const isRepetitive = (run: readonly ActivityEntry[]): boolean =>
  run.length >= MIN_COLLAPSED && new Set(run.map(({ code }) => code)).size <= run.length / 2

const toGroups = (run: ActivityEntry[]): EntryGroup[] => {
  const [first] = run
  if (first && isRepetitive(run)) return [{ kind: 'repeated', key: `fold-${first.key}`, items: run }]
  return run.map((item) => ({ kind: 'entry', item }))
}

/** Groups runs of repeated system entries. No entry is lost, and the order stays. */
export const groupEntries = (items: readonly ActivityEntry[]): EntryGroup[] => {
  const groups: EntryGroup[] = []
  let run: ActivityEntry[] = []
  for (const item of items) {
    if (item.type === 'system') {
      run.push(item)
      continue
    }
    groups.push(...toGroups(run), { kind: 'entry', item })
    run = []
  }
  return [...groups, ...toGroups(run)]
}

/** Number of entries of each kind that occurs. */
export const countByType = (items: readonly ActivityEntry[]): Map<StreamType, number> => {
  const counts = new Map<StreamType, number>()
  for (const { type } of items) counts.set(type, (counts.get(type) ?? 0) + 1)
  return counts
}
