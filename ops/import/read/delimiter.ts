/** Finds the delimiter of a file whose mapping does not name one. */

import { type Dialect, isEmptyRecord, peekRecords } from './records'

const CANDIDATES = [',', ';', '\t', '|']
const PEEKED_RECORDS = 60

const NAMES: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/** A delimiter in words. */
export const delimiterName = (delimiter: string): string => NAMES[delimiter] ?? `"${delimiter}"`

/** How many columns most records have; 1 where the delimiter hardly occurs. */
const usualWidth = (text: string, dialect: Dialect): { width: number; records: number } => {
  const counts = new Map<number, number>()
  for (const record of peekRecords(text, dialect, PEEKED_RECORDS))
    if (!isEmptyRecord(record)) counts.set(record.cells.length, (counts.get(record.cells.length) ?? 0) + 1)
  const [width = 1, records = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return { width, records }
}

/** Delimiters that may be those of a text, the likeliest first. */
export const rankDelimiters = (text: string, dialect: Omit<Dialect, 'delimiter'>): string[] => {
  const score = (delimiter: string): number => {
    const { width, records } = usualWidth(text, { ...dialect, delimiter })
    return width > 1 ? records * 1000 + width : 0
  }
  const scores = new Map(CANDIDATES.map((delimiter) => [delimiter, score(delimiter)]))
  return CANDIDATES.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))
}
