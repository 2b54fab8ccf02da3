/** Templates: `{column}` stands for the value of that column. */

const PLACEHOLDER = /\{([^{}]+)\}/g

/** The text of a column for one row or order. */
export type ReadColumn = (column: string) => string

/** Columns that a template names. */
export const columnsIn = (template: string): string[] =>
  [...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')

/** Fills a template. */
export const interpolate = (template: string, read: ReadColumn): string =>
  template.replace(PLACEHOLDER, (_, column: string) => read(column)).trim()
