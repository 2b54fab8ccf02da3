/** Merges the Prometheus metrics of several processes. */

interface MetricFamily {
  /** The `# HELP` and `# TYPE` lines of the first text that has them. */
  about: Map<string, string>
  samples: string[]
}

const ABOUT = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*)/
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?( .+)$/
/** Suffixes of samples that belong to the family without the suffix. */
const SUFFIX = /_(?:bucket|sum|count)$/

const escaped = (value: string): string => value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')

/** prom-client writes `Nan`, as for a mean of no samples; the format knows `NaN` only. */
const fixNaN = (rest: string): string => rest.replace(/^ Nan(?=$| )/, ' NaN')

const labelled = (name: string, labels: string | undefined, rest: string, own: string): string => {
  const all = [own, labels?.replace(/,$/, '')].filter(Boolean).join(',')
  return `${name}${all === '' ? '' : `{${all}}`}${fixNaN(rest)}`
}

/** A text in Prometheus format, and the labels that its samples get. */
export interface MetricsText {
  text: string
  labels: Record<string, string>
}

/**
 * Merges the texts: each family once, with the samples of all. Malformed lines are dropped, so that one process cannot
 * break the metrics of the others.
 */
export const mergeMetrics = (texts: readonly MetricsText[]): string => {
  const families = new Map<string, MetricFamily>()
  const family = (name: string): MetricFamily => {
    const found = families.get(name) ?? { about: new Map(), samples: [] }
    families.set(name, found)
    return found
  }
  for (const { text, labels } of texts) {
    const own = Object.entries(labels)
      .map(([name, value]) => `${name}="${escaped(value)}"`)
      .join(',')
    for (const line of text.split('\n')) {
      const [, kind = '', about] = ABOUT.exec(line) ?? []
      const [, name, given, rest = ''] = about ? [] : (SAMPLE.exec(line) ?? [])
      if (about && !family(about).about.has(kind)) family(about).about.set(kind, line)
      if (!name) continue
      const base = name.replace(SUFFIX, '')
      family(families.has(base) ? base : name).samples.push(labelled(name, given, rest, own))
    }
  }
  const lines = [...families.values()].flatMap(({ about, samples }) => [...about.values(), ...samples])
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}
