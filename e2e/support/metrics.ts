/** A strict parser of Prometheus' text format: input that a collector would refuse throws. */

import { expect } from '@playwright/test'
import { stack } from './stack'

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const LABEL = `[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\[\\\\n"])*"`
const HELP = new RegExp(`^# HELP (${NAME}) .*$`)
const TYPE = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram|summary|untyped)$`)
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)?\\})? (NaN|[+-]Inf|-?[0-9.eE+-]+)$`)

export interface Metrics {
  types: Map<string, string>
  /** Value of each series by its name and sorted labels, such as `x{a="1",b="2"}`. */
  samples: Map<string, number>
}

const assertFormat = (isSo: boolean, what: string): void => {
  if (!isSo) throw new Error(`not Prometheus' format: ${what}`)
}

/**
 * Parses the text. Every line must be valid, the lines of a family adjacent, and every series unique.
 * @throws Error that names the line
 */
export const parseMetrics = (text: string): Metrics => {
  assertFormat(text.endsWith('\n'), 'the page ends within a line')
  const helped = new Set<string>()
  const types = new Map<string, string>()
  const samples = new Map<string, number>()
  let family = ''
  for (const line of text.slice(0, -1).split('\n')) {
    const about = HELP.exec(line)?.[1]
    const [, typed, type] = TYPE.exec(line) ?? []
    if (about) {
      assertFormat(!helped.has(about), `twice ${line}`)
      helped.add(about)
    } else if (typed && type) {
      assertFormat(!types.has(typed), `twice ${line}`)
      types.set(typed, type)
      family = typed
    } else {
      const [, name = '', labels = '', value] = SAMPLE.exec(line) ?? []
      const base = types.get(family) === 'histogram' ? name.replace(/_(?:bucket|sum|count)$/, '') : name
      assertFormat(name !== '' && base === family, line)
      const series = toSeriesKey(name, labels)
      assertFormat(!samples.has(series), `twice ${series}`)
      samples.set(series, Number(value?.replace('Inf', 'Infinity')))
    }
  }
  return { types, samples }
}

const toSeriesKey = (name: string, labels: string): string => {
  const sorted = labels === '' ? [] : (labels.match(new RegExp(LABEL, 'g')) ?? []).sort()
  return sorted.length === 0 ? name : `${name}{${sorted.join(',')}}`
}

/** Reads `/api/metrics`. */
export const readMetrics = async (): Promise<Metrics> => {
  const answer = await fetch(new URL('/api/metrics', stack.url), {
    headers: { authorization: `Bearer ${stack.metricsToken}` },
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  return parseMetrics(await answer.text())
}

/** Sum of all series of `name` whose labels include `labels`; 0 when there is none. */
export const sumSeries = (
  { samples }: Metrics,
  name: string,
  labels: Record<string, string> = {},
): number => {
  const wanted = Object.entries(labels).map(([key, value]) => `${key}="${value}"`)
  let sum = 0
  for (const [series, value] of samples)
    if (series.split('{')[0] === name && wanted.every((label) => series.includes(label))) sum += value
  return sum
}
