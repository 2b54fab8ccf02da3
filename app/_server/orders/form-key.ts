/**
 * Idempotency keys of the order form: the same form with the same content is one order, while a changed order has
 * another key. The id of the form stands in the key, so that a browser can be told which of its forms placed an order.
 */

import { canonicalHash } from '../platform/canonical-hash'

const FORM_ID = /^[\w-]{1,64}$/
const KEY = /^form:([\w-]{1,64}):[\da-f]{64}$/

/** @param formId as the browser sent it @param order the submitted order */
export const toFormKey = (formId: string | undefined, order: unknown): string => {
  const isValid = formId !== undefined && FORM_ID.test(formId)
  return `form:${isValid ? formId : 'none'}:${canonicalHash(order)}`
}

/** The id of the form that used a key, or null for a key of another client. */
export const readFormId = (idempotencyKey: string): string | null => KEY.exec(idempotencyKey)?.[1] ?? null
