/** Coalesces changes: the first runs at once, later ones are collected until the interval is over. */

export interface Coalescer<T> {
  push(item: T): void
  /** While held, items are collected and nothing runs; releasing runs them. */
  hold(held: boolean): void
  stop(): void
}

/**
 * @param intervalMs at most one run in this time
 * @param run gets each pushed item once, without repeats
 */
export const createCoalescer = <T>(
  intervalMs: number,
  run: (items: ReadonlySet<T>) => void,
): Coalescer<T> => {
  let gathered = new Set<T>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let isHeld = false

  const flush = () => {
    timer = null
    if (isHeld || gathered.size === 0) return
    const items = gathered
    gathered = new Set()
    timer = setTimeout(flush, intervalMs)
    run(items)
  }

  return {
    push(item) {
      gathered.add(item)
      if (timer === null) flush()
    },
    hold(held) {
      isHeld = held
      if (!held && timer === null) flush()
    },
    stop() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      isHeld = true
      gathered.clear()
    },
  }
}
