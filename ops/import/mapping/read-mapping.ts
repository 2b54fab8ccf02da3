/** Mappings: small JSON files that map the columns of a file to the fields of an order. */

import { readFileSync } from 'node:fs'
import { columnsUsed } from './columns-used'
import { type Mapping, MappingSchema } from './mapping-schema'

/** An invalid mapping; the message is for the person who wrote it. */
export class MappingError extends Error {
  override readonly name = 'MappingError'
}

const check = (isValid: boolean, message: string): void => {
  if (!isValid) throw new MappingError(message)
}

const checkTogether = (mapping: Mapping): void => {
  const { header, columns, order, products, shop, format, quotes } = mapping
  check(header || columns !== undefined, 'The mapping needs "columns", or "header": true.')
  check(
    order.unitPrice === undefined || order.lineTotal === undefined,
    'The mapping has "unitPrice" and "lineTotal": say which of them the price of a line is.',
  )
  check(
    order.number === undefined || shop !== undefined,
    'The mapping has "order.number" and no "shop": two shops may use the same number.',
  )
  check(format === 'csv' || products === undefined, '"products" needs "format": "csv".')
  check(format === 'csv' || quotes === 'fields', '"quotes" needs "format": "csv".')
  const missing = columns && columnsUsed(mapping).find((column) => !columns.includes(column))
  check(
    missing === undefined,
    `The mapping uses the column "${missing}", but its columns are: ${columns?.join(', ')}.`,
  )
}

/** @throws MappingError naming the invalid field */
export const parseMapping = (json: unknown): Mapping => {
  const parsed = MappingSchema.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new MappingError(
      `The mapping is not valid at ${issue?.path.join('.') || 'its top'}: ${issue?.message}.`,
    )
  }
  checkTogether(parsed.data)
  return parsed.data
}

/** @throws MappingError when the file cannot be read or is not a mapping */
export const readMapping = (file: string): Mapping => {
  try {
    return parseMapping(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const reason = (error as Error).message
    throw new MappingError(
      error instanceof MappingError ? `${file}: ${reason}` : `The mapping ${file} cannot be read: ${reason}`,
    )
  }
}
