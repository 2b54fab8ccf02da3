/** Fields that several request schemas share. Messages are written for the person who sent the value. */

import { z } from 'zod'
import { isCaseId } from '../cases/case-ids'
import { WHOLE_NUMBER } from '../numbers'

/** Non-empty text without surrounding space, at most `max` characters. */
export const text = (what: string, max: number) =>
  z
    .string({ error: `${what} is missing` })
    .trim()
    .min(1, `${what} is missing`)
    .max(max, `${what} is longer than ${max} characters`)

/** Optional text; an empty one counts as absent. */
export const optionalText = (what: string, max: number) =>
  z
    .string({ error: `${what} must be text` })
    .trim()
    .max(max, `${what} is longer than ${max} characters`)
    .transform((value) => value || undefined)
    .optional()

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
