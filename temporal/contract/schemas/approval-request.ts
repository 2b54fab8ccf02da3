/** Body of `POST /approvals`. */

import { z } from 'zod'
import { PRIORITIES } from '../cases/approval'
import { optionalText, text } from './request-fields'

const MAX_DURATION_MS = 365 * 24 * 60 * 60 * 1_000
const MAX_PAYLOAD_CHARS = 100_000

const durationMs = (what: string) =>
  z
    .int(`${what} is whole milliseconds`)
    .min(1, `${what} must be longer than 0 ms`)
    .max(MAX_DURATION_MS, `${what} is at most 365 days`)

const group = text('The group', 64)
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
    amountCents: z.int('An amount is whole cents').min(0).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'A currency is an ISO 4217 code such as USD')
      .optional(),
    prompt: optionalText('The prompt', 1_000),
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
