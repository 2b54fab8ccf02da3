/** Progress of an import: a bar on a terminal, plain lines elsewhere. */

import type { Totals } from './start-import'

const BAR_WIDTH = 24
const TTY_EVERY_MS = 100
const LINES_EVERY_MS = 5_000
const RATE_OVER_MS = 10_000
const DEFAULT_COLUMNS = 80

const formatNumber = (value: number): string => value.toLocaleString('en-US')

/** A duration for people: `2 h 5 min`, `3 min 20 s`, `12 s`. */
export const formatDuration = (ms: number): string => {
  const seconds = Math.round(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  if (hours > 0) return `${hours} h ${minutes} min`
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`
}

/** Orders per second over the last ten seconds, because replayed orders are faster than new ones. */
export const createRate = (startMs: number): ((done: number, nowMs: number) => number) => {
  const samples = [{ atMs: startMs, done: 0 }]
  return (done, nowMs) => {
    samples.push({ atMs: nowMs, done })
    while (samples.length > 2 && nowMs - (samples[1]?.atMs ?? nowMs) >= RATE_OVER_MS) samples.shift()
    const first = samples[0] ?? { atMs: nowMs, done }
    return nowMs > first.atMs ? ((done - first.done) * 1000) / (nowMs - first.atMs) : 0
  }
}

/** The text of one progress line. */
export const progressLine = (totals: Totals, orders: number, perSecond: number, bar: boolean): string => {
  const done = totals.placed + totals.replayed + totals.rejected
  const share = orders === 0 ? 1 : done / orders
  const filled = Math.round(share * BAR_WIDTH)
  const left =
    perSecond > 0 ? `${formatDuration(((orders - done) / perSecond) * 1000)} left` : 'time left unknown'
  return [
    bar ? `[${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}]` : '',
    `${formatNumber(done)} of ${formatNumber(orders)} orders (${Math.floor(share * 100)} %)`,
    `${perSecond.toFixed(1)}/s`,
    done < orders ? left : 'all orders sent',
    `${totals.unfinished} unfinished`,
    totals.rejected > 0 ? `${formatNumber(totals.rejected)} rejected` : '',
  ]
    .filter((text) => text !== '')
    .join('  ')
}

export interface Progress {
  /** Prints a sentence above the bar. */
  say(text: string): void
  end(): void
}

/** The line, without its bar when it would not fit into the row of the terminal. */
const fitting = (columns: number, text: (bar: boolean) => string): string => {
  const withBar = text(true)
  return withBar.length < columns ? withBar : text(false).slice(0, columns - 1)
}

/** Shows `totals()` on `out` until `end` is called. */
export const showProgress = (out: NodeJS.WriteStream, orders: number, totals: () => Totals): Progress => {
  const rateOf = createRate(Date.now())
  const clear = () => out.isTTY && out.write('\r\u001b[K')
  const draw = () => {
    const { placed, replayed, rejected } = totals()
    const perSecond = rateOf(placed + replayed + rejected, Date.now())
    const text = (bar: boolean) => progressLine(totals(), orders, perSecond, bar)
    if (!out.isTTY) out.write(`${text(false)}\n`)
    else out.write(`\r\u001b[K${fitting(out.columns || DEFAULT_COLUMNS, text)}`)
  }
  const timer = setInterval(draw, out.isTTY ? TTY_EVERY_MS : LINES_EVERY_MS)
  return {
    say(text) {
      clear()
      out.write(`${text}\n`)
    },
    end() {
      clearInterval(timer)
      draw()
      if (out.isTTY) out.write('\n')
    },
  }
}
