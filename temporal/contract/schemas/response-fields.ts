/** Fields that several responses share. */

import { z } from 'zod'
import { STREAM, STREAM_TYPES, type StreamCode } from '../cases/activity-stream'
import { DECISIONS } from '../cases/approval'
import { APPROVAL_STATES, CASE_STATES, type CaseState, ORDER_STATES } from '../states'

export const time = z.iso.datetime().describe('ISO 8601, UTC')
export const cents = z
  .int()
  .describe('Integer of the currency’s minor unit (ISO 4217): 5800 is 58.00 USD, 5,800 JPY, 5.800 KWD')
export const currency = z.string().describe('ISO 4217')
export const caseId = z.string().describe('`ord_…` or `apr_…`')
export const number = z.string().describe('The short number that people read out')
export const version = z.int().describe('Rises by one with each change')
export const orderState = z.enum(ORDER_STATES)
export const approvalState = z.enum(APPROVAL_STATES)
export const caseState = z.enum(CASE_STATES as [CaseState, ...CaseState[]])

export const person = z.object({
  id: z.string().optional().describe('Absent where there is no account'),
  name: z.string(),
})

const streamEntry = {
  id: z.int().describe('Ascends by one within a case'),
  code: z.enum(Object.keys(STREAM) as [StreamCode, ...StreamCode[]]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  timestamp: time,
}

export const storedEntry = z.object({ ...streamEntry, sender: person })

export const activityStreamItem = z.object({
  ...streamEntry,
  sender: z.string().describe('Name of the person or system'),
  senderId: z.string().optional().describe('Account of the person; absent where there is none'),
  type: z.enum(STREAM_TYPES),
  text: z.string().describe('English rendering of `code` with `params`'),
})

export const approvalDecision = z.object({
  decision: z.enum(DECISIONS),
  by: person.nullable().describe('Null where the deadline decided'),
  at: time,
  comment: z.string().nullable(),
  via: z.enum(['person', 'deadline']),
  interactionId: z.string(),
})

export const deadlineAction = z.union([
  z.object({ action: z.literal('approve') }),
  z.object({ action: z.literal('reject') }),
  z.object({ action: z.literal('escalate'), group: z.string() }),
])

const formField = z.object({
  name: z.string(),
  label: z.string(),
  fieldType: z.enum(['text', 'textarea', 'number', 'date', 'select', 'checkbox']),
  required: z.boolean(),
  defaultValue: z.union([z.string(), z.number(), z.boolean()]).optional(),
  maxLength: z.int().optional(),
})

const simpleForm = {
  interactionType: z.literal('simple_form'),
  payload: z.object({ fields: z.array(formField) }),
}

const action = z.object({
  label: z.string(),
  value: z.string(),
  style: z.enum(['primary', 'danger', 'neutral']),
  form: z.object(simpleForm).optional().describe('What to fill in before this action is sent'),
})

const interactionFields = { interactionId: z.string(), prompt: z.string(), submitUrl: z.string() }

export const activeInteraction = z.union([
  z.object({
    ...interactionFields,
    interactionType: z.literal('action_buttons'),
    payload: z.object({ actions: z.array(action) }),
  }),
  z.object({ ...interactionFields, ...simpleForm }),
])

export const NoContentSchema = z.void()
