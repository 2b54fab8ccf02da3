/** The description of an endpoint: its route parses by it, the OpenAPI document and the reference page are made from it. */

import type { z } from 'zod'
import { type EndpointId, getRoute } from '../../api-routes'
import type { Action } from '../../auth/permissions'
import type { ErrorCode } from '../../errors'

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

interface Description<S extends z.ZodType, R extends z.ZodType> {
  tag: Tag
  summary: string
  details?: string
  /** Who may call it, in words. */
  who: string
  /** Roles without it are refused before anything of the request is read; absent where every caller may call. */
  action?: Action
  /** `optional` answers without a caller too. */
  auth: 'required' | 'optional'
  /** Path, query and body in one object. */
  input: S
  response: R
  /** 200 by default, 201 where something is started, 204 for an empty response. */
  success?: 200 | 201 | 204
  /**
   * How `Idempotency-Key` is read. `start` requires it and answers a repetition with the first response; a `mutation`
   * may carry it.
   */
  key?: 'start' | 'mutation'
  /** Answers 202 while it is unknown whether the request was carried out. */
  mayPend?: boolean
  /** Refusals besides those that every endpoint of its kind can give. */
  errors?: readonly ErrorCode[]
  /** Media type of a response that is not JSON. */
  media?: 'text/event-stream' | 'text/csv'
  /** Input that works in the demo; ids stand for those of an existing case. */
  example?: z.input<S>
}

export interface Endpoint<S extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType>
  extends Description<S, R> {
  /** Id of the operation; the anchor on the reference page. */
  id: EndpointId
  method: 'get' | 'post'
  /** Such as `/api/v1/cases/{caseId}`. */
  path: `/${string}`
}

/** Checks a description, keeps its types, and adds method and path. */
export const defineEndpoint = <I extends EndpointId, S extends z.ZodType, R extends z.ZodType>(
  description: Description<S, R> & { id: I },
): Endpoint<S, R> & { id: I } => ({ ...getRoute(description.id), ...description })

/** Ids for examples. */
export const EXAMPLE_IDS = {
  orderId: 'ord_7k2m9qxp4vr8tn6wjzd3hcfb5e',
  caseId: 'apr_7k2m9qxp4vr8tn6wjzd3hcfb01',
} as const
