/** A long story made short: what the system says again and again stands as one line that opens. */

import type { StreamType } from '@/temporal/contract/cases/activity-stream'
import type { StoryItem } from './story'

export type Chapter = { kind: 'entry'; item: StoryItem } | { kind: 'fold'; key: string; items: StoryItem[] }

/** Fewer than that are read faster than opened. */
const MIN_FOLDED = 4

/** Every code twice on average: an outage that comes and goes, not the way of an order. */
const repeats = (run: readonly StoryItem[]): boolean =>
  run.length >= MIN_FOLDED && new Set(run.map(({ code }) => code)).size <= run.length / 2

const chaptersOf = (run: StoryItem[]): Chapter[] => {
  const [first] = run
  if (first && repeats(run)) return [{ kind: 'fold', key: `fold-${first.key}`, items: run }]
  return run.map((item) => ({ kind: 'entry', item }))
}

/** Runs of the system's entries that repeat themselves are folded; nothing is left out, and the order stays. */
export const foldStory = (items: readonly StoryItem[]): Chapter[] => {
  const chapters: Chapter[] = []
  let run: StoryItem[] = []
  for (const item of items) {
    if (item.type === 'system') {
      run.push(item)
      continue
    }
    chapters.push(...chaptersOf(run), { kind: 'entry', item })
    run = []
  }
  return [...chapters, ...chaptersOf(run)]
}

/** How many entries of each kind there are; kinds without any are left out. */
export const countsOf = (items: readonly StoryItem[]): Map<StreamType, number> => {
  const counts = new Map<StreamType, number>()
  for (const { type } of items) counts.set(type, (counts.get(type) ?? 0) + 1)
  return counts
}
