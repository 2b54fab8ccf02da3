/** A call of the public API, described once: its route parses by it, the document and the page are made from it. */

import type { z } from 'zod'
import type { ErrorCode } from '@/temporal/contract/errors'

export const TAGS = {
  Orders: 'Placing, reading and cancelling orders.',
  Cases: 'What agents work on: approvals and orders, one shape for both.',
  Tasks: 'What a person does with a case. An order’s id means its open approval.',
  Approvals: 'Asking a person without an order.',
  Reports: 'For those who lead.',
  People: 'Colleagues, and the session of a browser.',
  Live: 'Server-sent events: ids and versions only, never data. Read the case again when one comes.',
} as const
export type Tag = keyof typeof TAGS

export interface Endpoint<S extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  /** Unique; the anchor on the page. */
  id: string
  method: 'get' | 'post'
  /** Such as `/api/v1/cases/{caseId}`. */
  path: `/${string}`
  tag: Tag
  summary: string
  details?: string
  /** Who may, in words. */
  who: string
  /** `optional` answers without a caller too. */
  auth: 'required' | 'optional'
  /** Path, query and body in one object. */
  input: S
  response: R
  /** 200 unless it starts something, 204 where nothing is answered. */
  success?: 200 | 201 | 204
  /**
   * How `Idempotency-Key` is read: `start` needs it and answers a repetition with the first answer, a `press` may
   * carry it.
   */
  key?: 'start' | 'press'
  /** Answers 202 while it is not known whether it was carried out. */
  mayPend?: boolean
  /** Refusals besides those that every call of its kind can give. */
  errors?: readonly ErrorCode[]
  /** Where the answer is no JSON. */
  media?: 'text/event-stream' | 'text/csv'
  /** Input that works in the demo; ids stand for those of a case at hand. */
  example?: z.input<S>
}

/** Checks a description and keeps its types. */
export const defineEndpoint = <S extends z.ZodType, R extends z.ZodType>(
  call: Endpoint<S, R>,
): Endpoint<S, R> => call

/** A stand-in for an id in examples. */
export const EXAMPLE_IDS = {
  orderId: 'ord_7k2m9qxp4vr8tn6wjzd3hcfb5e',
  caseId: 'apr_7k2m9qxp4vr8tn6wjzd3hcfb01',
} as const
