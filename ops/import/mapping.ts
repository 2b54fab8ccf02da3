/** Mappings: small JSON files that map the columns of a file to the fields of an order. */

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { DATE_FORMATS } from './parse-values'

const template = z.string().min(1)

const Mapping = z.strictObject({
  format: z.enum(['csv', 'whitespace']),
  delimiter: z.string().length(1).default(','),
  /** True when the first row contains the names of the columns. */
  header: z.boolean().default(false),
  /** Names of the columns in order; required without a header. */
  columns: z.array(z.string().min(1)).min(1).optional(),
  dateFormat: z.enum(DATE_FORMATS).default('YYYY-MM-DD'),
  /** Templates: `{column}` is replaced by the value of that column. */
  order: z.strictObject({
    email: template,
    sku: template,
    quantity: template,
    /** Price of the whole line in major units of the currency; only the role `import` may send it. */
    lineTotal: template.optional(),
    purchasedAt: template.optional(),
    paymentToken: template,
    shippingAddress: z.strictObject({
      name: template,
      line1: template,
      line2: template.optional(),
      city: template,
      region: template.optional(),
      postalCode: template,
      country: template,
    }),
  }),
})
export type Mapping = z.infer<typeof Mapping>

const PLACEHOLDER = /\{([^{}]+)\}/g

/** An invalid mapping; the message is for the person who wrote it. */
export class MappingError extends Error {
  override readonly name = 'MappingError'
}

/** Replaces the columns in a template by the values of a row. */
export const interpolate = (text: string, values: Record<string, string>): string =>
  text.replace(PLACEHOLDER, (_, column: string) => values[column] ?? '').trim()

const columnsUsed = (mapping: Mapping): string[] => {
  const { shippingAddress, ...rest } = mapping.order
  return [...Object.values(rest), ...Object.values(shippingAddress)].flatMap((text) =>
    [...(text ?? '').matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''),
  )
}

/** @throws MappingError when the mapping uses a column that the file does not have */
export const checkColumns = (mapping: Mapping, columns: readonly string[]): void => {
  const missing = columnsUsed(mapping).find((column) => !columns.includes(column))
  if (missing !== undefined)
    throw new MappingError(
      `The mapping uses the column "${missing}", but the file has: ${columns.join(', ')}.`,
    )
}

/** @throws MappingError naming the invalid field */
export const parseMapping = (json: unknown): Mapping => {
  const parsed = Mapping.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new MappingError(
      `The mapping is not valid at ${issue?.path.join('.') || 'its top'}: ${issue?.message}.`,
    )
  }
  const { header, columns } = parsed.data
  if (!header && !columns) throw new MappingError('The mapping needs "columns", or "header": true.')
  if (columns) checkColumns(parsed.data, columns)
  return parsed.data
}

/** @throws MappingError when the file cannot be read or is not a mapping */
export const readMapping = (file: string): Mapping => {
  try {
    return parseMapping(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error instanceof MappingError) throw error
    throw new MappingError(`The mapping ${file} cannot be read: ${(error as Error).message}`)
  }
}
