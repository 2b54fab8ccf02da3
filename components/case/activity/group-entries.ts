/** A long story made short: what the system says again and again stands as one line that opens. */

import type { StreamType } from '@/temporal/contract/cases/activity-stream'
import type { ActivityEntry } from './activity-groups'

export type EntryGroup =
  | { kind: 'entry'; item: ActivityEntry }
  | { kind: 'fold'; key: string; items: ActivityEntry[] }

/** Fewer than that are read faster than opened. */
const MIN_COLLAPSED = 4

/** Every code twice on average: an outage that comes and goes, not the way of an order. */
const isRepetitive = (run: readonly ActivityEntry[]): boolean =>
  run.length >= MIN_COLLAPSED && new Set(run.map(({ code }) => code)).size <= run.length / 2

const toGroups = (run: ActivityEntry[]): EntryGroup[] => {
  const [first] = run
  if (first && isRepetitive(run)) return [{ kind: 'fold', key: `fold-${first.key}`, items: run }]
  return run.map((item) => ({ kind: 'entry', item }))
}

/** Runs of the system's entries that repeat themselves are folded; nothing is left out, and the order stays. */
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

/** How many entries of each kind there are; kinds without any are left out. */
export const countByType = (items: readonly ActivityEntry[]): Map<StreamType, number> => {
  const counts = new Map<StreamType, number>()
  for (const { type } of items) counts.set(type, (counts.get(type) ?? 0) + 1)
  return counts
}
