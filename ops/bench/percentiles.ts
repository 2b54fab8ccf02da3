/** What a bench prints: percentiles of milliseconds and their ratios. */

/** The value that `share` (0 to 1) of `values` stay at or below; NaN of nothing. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

const formatMs = (value: number): string => `${value.toFixed(0)} ms`.padStart(9)

/** One line: p50 and p95 at rest and under load, and how much slower the load makes it. */
export const toTableRow = (name: string, atRest: readonly number[], underLoad: readonly number[]): string => {
  const numbers = [atRest, underLoad].flatMap((values) => [percentile(values, 0.5), percentile(values, 0.95)])
  const ratio = percentile(underLoad, 0.95) / percentile(atRest, 0.95)
  return `${name.padEnd(44)}${numbers.map(formatMs).join('')}${`${ratio.toFixed(1)} x`.padStart(9)}`
}

export const TABLE_HEADER = `${''.padEnd(44)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'p50 load'.padStart(9)}${'p95 load'.padStart(9)}${'p95'.padStart(9)}`
