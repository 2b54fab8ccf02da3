/** Names of the columns of a file. */

/** Two headings that differ only in case or blanks are the same column. */
const toComparable = (heading: string): string =>
  heading
    .normalize('NFC')
    .replace(/[\s\ufeff]+/gu, ' ')
    .trim()
    .toLowerCase()

export type Lookup = { index: number } | { missing: true } | { doubled: number }

export interface Headings {
  /** Headings as they stand in the file; doubled ones with their number, such as `City#2`. */
  names: string[]
  /** The column of a name, without regard to case. A doubled heading needs its number. */
  find(name: string): Lookup
}

/** A column without a heading is `column 3`. */
export const createHeadings = (cells: readonly string[]): Headings => {
  const keys = cells.map((cell, index) => toComparable(cell) || `column ${index + 1}`)
  const count = (key: string) => keys.filter((other) => other === key).length
  const seen = new Map<string, number>()
  const indexes = new Map<string, number>()
  const names = keys.map((key, index) => {
    const shown = cells[index]?.trim() || key
    if (count(key) === 1) {
      indexes.set(key, index)
      return shown
    }
    const number = (seen.get(key) ?? 0) + 1
    seen.set(key, number)
    indexes.set(`${key}#${number}`, index)
    return `${shown}#${number}`
  })
  return {
    names,
    find(name) {
      const key = toComparable(name)
      const index = indexes.get(key)
      if (index !== undefined) return { index }
      const doubled = seen.get(key)
      return doubled === undefined ? { missing: true } : { doubled }
    },
  }
}
