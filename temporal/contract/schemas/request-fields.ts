/** Fields that several request schemas share. Messages are written for the person who sent the value. */

import { z } from 'zod'
import { CASE_ID_PATTERN, isCaseId } from '../cases/case-ids'
import { isTimeZone } from '../days'
import { LARGEST_NUMBER, WHOLE_NUMBER } from '../numbers'
import { isInvisible, normaliseLine, normaliseLines } from '../text/normalise-text'
import { isAtMost } from '../text/text-length'

/** The format of a text in which something can be seen: no pattern of JSON Schema says it. */
export const VISIBLE_TEXT = 'visible-text'

const tooLong = (what: string, max: number) => `${what} is longer than ${max} characters`

/**
 * A string as `normalise` spells it, without surrounding space. `max` holds for what was sent, as the OpenAPI document
 * says, and for what is stored, since NFC makes some letters longer. Both count characters, as the document does.
 */
const normalised = (normalise: (text: string) => string, what: string, max: number, error: string) =>
  z
    .string({ error })
    .refine((value) => isAtMost(value, max), { error: tooLong(what, max), abort: true })
    .overwrite(normalise)
    .trim()
    .refine((value) => isAtMost(value, max), tooLong(what, max))
    .meta({ maxLength: max })

const required = (normalise: (text: string) => string) => (what: string, max: number) =>
  normalised(normalise, what, max, `${what} is missing`)
    .min(1, `${what} is missing`)
    .refine((value) => value === '' || !isInvisible(value), `${what} is missing`)
    .meta({ format: VISIBLE_TEXT })

const optional = (normalise: (text: string) => string) => (what: string, max: number) =>
  normalised(normalise, what, max, `${what} must be text`)
    .transform((value) => (isInvisible(value) ? undefined : value))
    .optional()

/** One line of text in which something can be seen, normalised, at most `max` characters. */
export const text = required(normaliseLine)
/** As `text`, but of several lines. */
export const multilineText = required(normaliseLines)
/** One line of text; an empty one counts as absent. */
export const optionalText = optional(normaliseLine)
/** Optional text of several lines. */
export const optionalMultilineText = optional(normaliseLines)

/** The words of a search, or another value of a filter; may be empty. */
export const searchText = (what: string, max: number) =>
  normalised(normaliseLine, what, max, `${what} must be text`)

/** What `z.email` takes, in words of every dialect of patterns, with the blanks that are dropped. */
const EMAIL_PATTERN =
  "^\\s*([A-Za-z0-9_'+-]+\\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\\.)+[A-Za-z]{2,}\\s*$"

/** An e-mail address before its format is checked: addresses are pasted with invisible characters, too. */
export const rawEmail = (error: string) =>
  normalised(normaliseLine, 'The e-mail address', 254, error).toLowerCase().meta({ pattern: EMAIL_PATTERN })

/** The time zone whose days a request means. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'zone is the name of a time zone such as Europe/Berlin')
  .meta({ format: 'time-zone' })
  .describe('IANA name; the zone of the account where it is left out, else that of the browser, else UTC')

export const caseId = z
  .string()
  .refine(isCaseId, 'This is not an id of a case')
  .meta({ pattern: CASE_ID_PATTERN.any, format: 'case-id' })
export const orderId = z
  .string()
  .refine((id) => isCaseId(id) && id.startsWith('ord_'), 'This is not an id of an order')
  .meta({ pattern: CASE_ID_PATTERN.order, format: 'order-id' })
/** An id in an address. A malformed one is accepted here, so that it gets the same 404 as an unknown one. */
export const caseIdInPath = z.string().meta({ pattern: CASE_ID_PATTERN.any, format: 'case-id' })
export const orderIdInPath = z.string().meta({ pattern: CASE_ID_PATTERN.order, format: 'order-id' })

/** A comma list of 1 to `max` items; empty places between commas do not count. */
export const commaList = <T extends z.ZodType<unknown, string>>(
  item: T,
  pattern: string,
  { error, none, max, tooMany }: { error: string; none: string; max: number; tooMany: string },
) =>
  z
    .string({ error })
    .meta({ pattern: `^,*${pattern}(,+${pattern}){0,${max - 1}},*$` })
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(item).min(1, none).max(max, tooMany))

/** Largest integer of Postgres. */
const MAX_VERSION = 2_147_483_647

/** A version: a whole number from 0. */
export const version = z
  .int('A version is a whole number')
  .min(0)
  .max(MAX_VERSION, 'There is no such version')

/** A whole number in an address or a form: digits alone, so that `1e2`, `0x10` and an empty text are refused. */
export const wholeNumberText = (
  what: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number } = {},
) =>
  z
    .string()
    .regex(WHOLE_NUMBER, `${what} is a whole number in digits`)
    .meta({
      override: { type: 'integer', minimum: min, maximum: Math.min(max, LARGEST_NUMBER), pattern: undefined },
    })
    .transform(Number)
    .pipe(z.int().min(min, `${what} is at least ${min}`).max(max, `${what} is at most ${max}`))

/** A version in an address. */
export const versionText = wholeNumberText('A version', { max: MAX_VERSION })
