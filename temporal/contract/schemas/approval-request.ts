/** Body of `POST /approvals`. */

import { z } from 'zod'
import { PRIORITIES } from '../cases/approval'
import { CURRENCIES, ISO_4217_DATE } from '../currencies'
import { DEFAULT_CURRENCY } from '../money'
import { normaliseJson } from '../text/normalise-text'
import { optionalMultilineText, text } from './request-fields'

const MAX_DURATION_MS = 365 * 24 * 60 * 60 * 1_000
const MAX_PAYLOAD_CHARS = 100_000

const durationMs = (what: string) =>
  z
    .int(`${what} is whole milliseconds`)
    .min(1, `${what} must be longer than 0 ms`)
    .max(MAX_DURATION_MS, `${what} is at most 365 days`)

const group = text('The group', 64).meta({ format: 'group-id' })
const onDeadline = z.union(
  [
    z.enum(['approve', 'reject']).transform((action) => ({ action })),
    z.strictObject({ action: z.enum(['approve', 'reject']) }),
    z.strictObject({ action: z.literal('escalate'), group }),
  ],
  { error: 'onDeadline is {"action":"approve"}, {"action":"reject"} or {"action":"escalate","group"}' },
)

const payload = z
  .record(z.string(), z.json().meta({ id: 'Json', description: 'Any JSON' }), {
    error: 'The payload is a JSON object',
  })
  .refine((value) => JSON.stringify(value).length <= MAX_PAYLOAD_CHARS, 'The payload is larger than 100 KB')
  .overwrite((value) => normaliseJson(value) as typeof value)

/** The body with its idempotency key; error paths are those of the body. */
export const StartApproval = z
  .strictObject({
    idempotencyKey: z.string(),
    title: text('The title', 200),
    group,
    priority: z
      .int()
      .min(Math.min(...PRIORITIES))
      .max(Math.max(...PRIORITIES), `A priority is one of ${PRIORITIES.join(', ')}`)
      .default(0),
    amountCents: z
      .int('An amount is a whole number of the minor unit')
      .min(0)
      .optional()
      .describe('Integer of the currency’s minor unit: 5800 is 58.00 USD, 5,800 JPY, 5.800 KWD'),
    currency: z
      .enum(CURRENCIES as [string, ...string[]], {
        error: `A currency is a code of ISO 4217 as of ${ISO_4217_DATE}, such as USD`,
      })
      .optional()
      .describe(`ISO 4217, of the amount; ${DEFAULT_CURRENCY} where it is left out`),
    prompt: optionalMultilineText('The prompt', 1_000),
    payload: payload.optional(),
    /** Null for an approval that never expires. */
    deadlineMs: durationMs('The deadline').nullable().optional(),
    deadlineAt: z.iso
      .datetime({ offset: true, error: 'deadlineAt is a time such as 2026-01-31T12:00:00Z' })
      .optional(),
    reminderMs: durationMs('The reminder').nullable().optional(),
    onDeadline: onDeadline.optional(),
    fallbackGroup: group.describe('Asked when nobody in the group may decide').optional(),
  })
  .refine((body) => body.deadlineMs === undefined || body.deadlineAt === undefined, {
    path: ['deadlineAt'],
    error: 'Send deadlineMs or deadlineAt, not both',
  })
  .transform(({ idempotencyKey, ...approval }) => ({ idempotencyKey, approval }))
export type StartApproval = z.output<typeof StartApproval>
export type ApprovalRequest = StartApproval['approval']
