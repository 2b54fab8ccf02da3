/** Reads and validates request bodies: size limit, JSON, storable characters, schema. */

import type { z } from 'zod'
import { AppError } from '../../../../temporal/contract/errors'
import type { FieldError } from '../../../../temporal/contract/problem'
import { validationError } from './problem'

export const MAX_BODY_BYTES = 1_048_576
const MAX_DEPTH = 32
const JSON_TYPE = /^application\/([\w.+-]+\+)?json\s*(;|$)/i

const tooLarge = (): AppError => new AppError('BODY_TOO_LARGE')

/**
 * The body of a request as text. Bytes are counted while they arrive, since a chunked body has no Content-Length and
 * Next.js truncates a long one silently.
 * @throws AppError BODY_TOO_LARGE over 1 MB
 */
export const readBody = async (request: Request): Promise<string> => {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw tooLarge()
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > MAX_BODY_BYTES) {
      await reader.cancel()
      throw tooLarge()
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * The JSON body of a request, or undefined when it is empty.
 * @throws AppError BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, MALFORMED_BODY
 */
export const readJson = async (request: Request): Promise<unknown> => {
  const text = await readBody(request)
  if (text === '') return undefined
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('MALFORMED_BODY')
  }
}

/** False for NUL, which Postgres refuses, and for a lone surrogate, which jsonb refuses. */
const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text)

const toEntries = (value: object): [string, unknown][] =>
  Array.isArray(value) ? value.map((item, i) => [String(i), item]) : Object.entries(value)

/** The first field of `value` that cannot be stored: a NUL, a lone surrogate, or too deep nesting. */
const findUnstorable = (value: unknown): FieldError | null => {
  const pending: { path: string; depth: number; value: unknown }[] = [{ path: '', depth: 0, value }]
  for (let item = pending.pop(); item; item = pending.pop()) {
    const { path, depth } = item
    if (typeof item.value === 'string' && !isStorable(item.value)) {
      return { path, message: 'Contains characters that cannot be stored' }
    }
    if (typeof item.value !== 'object' || item.value === null) continue
    if (depth >= MAX_DEPTH) return { path, message: 'Is nested too deeply' }
    for (const [key, child] of toEntries(item.value)) {
      if (!isStorable(key)) return { path, message: 'Contains a name that cannot be stored' }
      pending.push({ path: path ? `${path}.${key}` : key, depth: depth + 1, value: child })
    }
  }
  return null
}

/**
 * Parses `raw` by the schema.
 * @throws AppError VALIDATION_FAILED with a message for each field
 */
export const parseInput = <S extends z.ZodType>(schema: S, raw: unknown): z.output<S> => {
  const unstorable = findUnstorable(raw)
  if (unstorable) throw validationError([unstorable])
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw validationError(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
}
