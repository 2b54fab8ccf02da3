/** Fields that several request schemas share. Messages are written for the person who sent the value. */

import { z } from 'zod'
import { isCaseId } from '../cases/case-ids'

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
