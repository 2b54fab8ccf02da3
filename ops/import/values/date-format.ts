/** Formats of dates in files, such as `DD.MM.YYYY HH:mm`. */

const NAME_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']

const plainName = (text: string): string => text.toLowerCase().replaceAll('.', '')

const listMonthNames = (): Map<string, number> => {
  const names = new Map<string, number>([['sept', 9]])
  for (const language of NAME_LANGUAGES)
    for (const month of ['short', 'long'] as const)
      for (let index = 0; index < 12; index += 1) {
        const name = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }).format(
          Date.UTC(2026, index, 15),
        )
        if (!names.has(plainName(name))) names.set(plainName(name), index + 1)
      }
  return names
}
let monthNames: Map<string, number> | undefined

/** Pattern of each token; longer tokens come first. */
const TOKENS: readonly [token: string, group: string, pattern: string][] = [
  ['YYYY', 'year', '\\d{4}'],
  ['YY', 'shortYear', '\\d{2}'],
  ['MMM', 'monthName', '\\p{L}+\\.?'],
  ['MM', 'month', '\\d{2}'],
  ['M', 'month', '\\d{1,2}'],
  ['DD', 'day', '\\d{2}'],
  ['D', 'day', '\\d{1,2}'],
  ['HH', 'hour', '\\d{2}'],
  ['H', 'hour', '\\d{1,2}'],
  ['h', 'hour12', '\\d{1,2}'],
  ['mm', 'minute', '\\d{2}'],
  ['ss', 'second', '\\d{2}(?:[.,]\\d+)?'],
  ['A', 'half', '[AaPp]\\.?[Mm]\\.?'],
  ['Z', 'offset', '(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})'],
]

/** Parts of a date as a file writes it. A time without zone is local to whoever wrote it. */
export interface DateParts {
  year: number
  month: number
  day: number
  /** Null for a day alone. */
  time: { hour: number; minute: number; second: number } | null
  /** Such as `-05:00`, where the text has it. */
  offset: string | null
}

const compile = (format: string): RegExp => {
  let pattern = ''
  let rest = format
  while (rest !== '') {
    const token = TOKENS.find(([name]) => rest.startsWith(name))
    const blank = /^\s+/.exec(rest)?.[0]
    const taken = token?.[0] ?? blank ?? rest.charAt(0)
    pattern += token
      ? `(?<${token[1]}>${token[2]})`
      : blank
        ? '\\s+'
        : taken.replace(/[\^$\\.*+?()[\]{}|/]/, '\\$&')
    rest = rest.slice(taken.length)
  }
  return new RegExp(`^${pattern}$`, 'u')
}
const compiled = new Map<string, RegExp>()

const toYear = ({ year, shortYear }: Record<string, string>): number =>
  year === undefined ? Number(shortYear) + (Number(shortYear) < 70 ? 2000 : 1900) : Number(year)

const toMonth = ({ month, monthName = '' }: Record<string, string>): number => {
  monthNames ??= listMonthNames()
  return month === undefined ? (monthNames.get(plainName(monthName)) ?? 0) : Number(month)
}

/** 12 AM is midnight and 12 PM is noon; NaN for an hour that is not on the clock. */
const toHour = ({ hour, hour12, half = '' }: Record<string, string>): number => {
  if (hour12 === undefined) return Number(hour)
  const shown = Number(hour12)
  if (shown < 1 || shown > 12) return Number.NaN
  return (shown % 12) + (/^p/i.test(half) ? 12 : 0)
}

const toTime = (groups: Record<string, string>): DateParts['time'] =>
  groups.hour === undefined && groups.hour12 === undefined
    ? null
    : {
        hour: toHour(groups),
        minute: Number(groups.minute ?? 0),
        second: Math.trunc(Number(groups.second ?? '0')),
      }

const toOffset = (text: string | undefined): string | null => {
  if (text === undefined) return null
  return /^[+-]/.test(text) ? `${text.slice(0, 3)}:${text.slice(-2)}` : '+00:00'
}

/** The parts of a date in this format, not yet checked against the calendar; null for another text. */
export const matchDate = (text: string, format: string): DateParts | null => {
  const pattern = compiled.get(format) ?? compile(format)
  compiled.set(format, pattern)
  const groups = pattern.exec(text.trim())?.groups
  if (!groups) return null
  return {
    year: toYear(groups),
    month: toMonth(groups),
    day: Number(groups.day),
    time: toTime(groups),
    offset: toOffset(groups.offset),
  }
}

/** True for a format with a year, a month and a day, each once. */
export const isDateFormat = (format: string): boolean => {
  try {
    const { source } = compile(format)
    return ['year', 'month', 'day'].every((part) =>
      new RegExp(`<(?:short)?${part}(?:Name)?>`, 'i').test(source),
    )
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
