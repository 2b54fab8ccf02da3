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

interface Node {
  path: string
  depth: number
  value: unknown
}

/** The first fault that `check` finds in `value` and everything in it. Not recursive, since `value` may be deep. */
const findFault = (value: unknown, check: (node: Node) => string | null): FieldError | null => {
  const pending: Node[] = [{ path: '', depth: 0, value }]
  for (let node = pending.pop(); node; node = pending.pop()) {
    const { path, depth } = node
    const message = check(node)
    if (message) return { path, message }
    if (typeof node.value !== 'object' || node.value === null) continue
    for (const [key, child] of toEntries(node.value))
      pending.push({ path: path ? `${path}.${key}` : key, depth: depth + 1, value: child })
  }
  return null
}

const checkDepth = ({ value, depth }: Node): string | null =>
  typeof value === 'object' && value !== null && depth >= MAX_DEPTH ? 'Is nested too deeply' : null

const checkStorable = ({ value }: Node): string | null => {
  if (typeof value === 'string') return isStorable(value) ? null : 'Contains characters that cannot be stored'
  const hasNames = typeof value === 'object' && value !== null && !Array.isArray(value)
  return hasNames && !Object.keys(value).every(isStorable) ? 'Contains a name that cannot be stored' : null
}

const refuse = (fault: FieldError | null): void => {
  if (fault) throw validationError([fault])
}

/**
 * Parses `raw` by the schema. Texts lose what cannot be stored while they are parsed; what is no text must not hold it.
 * @throws AppError VALIDATION_FAILED with a message for each field
 */
export const parseInput = <S extends z.ZodType>(schema: S, raw: unknown): z.output<S> => {
  refuse(findFault(raw, checkDepth))
  const parsed = schema.safeParse(raw)
  if (!parsed.success)
    throw validationError(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
  refuse(findFault(parsed.data, checkStorable))
  return parsed.data
}
