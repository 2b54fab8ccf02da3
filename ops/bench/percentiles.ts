/** Percentiles of milliseconds and their ratios, as a bench prints them. */

/** The smallest value that a `share` (0 to 1) of `values` does not exceed; NaN for no values. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

const formatMs = (value: number): string => `${value.toFixed(0)} ms`.padStart(9)

/** One line: p50 and p95, idle and under load, and the ratio of the two p95. */
export const toTableRow = (name: string, idle: readonly number[], underLoad: readonly number[]): string => {
  const numbers = [idle, underLoad].flatMap((values) => [percentile(values, 0.5), percentile(values, 0.95)])
  const ratio = percentile(underLoad, 0.95) / percentile(idle, 0.95)
  return `${name.padEnd(44)}${numbers.map(formatMs).join('')}${`${ratio.toFixed(1)} x`.padStart(9)}`
}

export const TABLE_HEADER = `${''.padEnd(44)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'p50 load'.padStart(9)}${'p95 load'.padStart(9)}${'p95'.padStart(9)}`
