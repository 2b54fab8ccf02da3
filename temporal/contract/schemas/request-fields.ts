/** Fields that several request schemas share. Messages are written for the person who sent the value. */

import { z } from 'zod'
import { isCaseId } from '../cases/case-ids'
import { isTimeZone } from '../days'
import { WHOLE_NUMBER } from '../numbers'
import { isInvisible, normaliseLine, normaliseLines } from '../text/normalise-text'

const tooLong = (what: string, max: number) => `${what} is longer than ${max} characters`

/**
 * A string as `normalise` spells it, without surrounding space. `max` holds for what was sent, as the OpenAPI document
 * says, and for what is stored, since NFC makes some letters longer.
 */
const normalised = (normalise: (text: string) => string, what: string, max: number, error: string) =>
  z
    .string({ error })
    .max(max, { error: tooLong(what, max), abort: true })
    .overwrite(normalise)
    .trim()
    .max(max, tooLong(what, max))

const required = (normalise: (text: string) => string) => (what: string, max: number) =>
  normalised(normalise, what, max, `${what} is missing`)
    .min(1, `${what} is missing`)
    .refine((value) => value === '' || !isInvisible(value), `${what} is missing`)

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

/** An e-mail address before its format is checked: addresses are pasted with invisible characters, too. */
export const rawEmail = (error: string) =>
  normalised(normaliseLine, 'The e-mail address', 254, error).toLowerCase()

/** The time zone whose days a request means. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'zone is the name of a time zone such as Europe/Berlin')
  .describe('IANA name; the zone of the account where it is left out, else that of the browser, else UTC')

export const caseId = z.string().refine(isCaseId, 'This is not an id of a case')
export const orderId = caseId.refine((id) => id.startsWith('ord_'), 'This is not an id of an order')

/** A version: a whole number from 0. */
export const version = z.int('A version is a whole number').min(0)

/** A whole number in an address or a form: digits alone, so that `1e2`, `0x10` and an empty text are refused. */
export const wholeNumberText = (
  what: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number } = {},
) =>
  z
    .string()
    .regex(WHOLE_NUMBER, `${what} is a whole number in digits`)
    .transform(Number)
    .pipe(z.int().min(min, `${what} is at least ${min}`).max(max, `${what} is at most ${max}`))

/** A version in an address. */
export const versionText = wholeNumberText('A version')
