/**
 * Forms that this browser sent, until their answer arrives. The id of a form is part of its order's idempotency key:
 * the same content sent again from a reloaded page or a second tab under the same id is the same order.
 */

import { readOwned, writeOwned } from '@/components/ui/owned-storage'
import type { OrderFormState } from './order-form-state'

type Values = OrderFormState['values']

export interface SentOrder {
  formId: string
  values: Values
  /** An answered form that is shown again, from the history of the browser, is out of date. */
  isAnswered: boolean
}

const NAME = 'sent-orders'
const MAX_ORDERS = 5

const isList = (value: unknown): value is SentOrder[] =>
  Array.isArray(value) && value.every((item) => typeof item?.formId === 'string' && item.values)

/** Equal for forms that order the same, whatever else the page had on offer. */
const toContent = ({ formId: _, ...values }: Values): string =>
  JSON.stringify(
    Object.entries(values)
      .filter(([, value]) => value !== '' && value !== '0')
      .sort(),
  )

/** Oldest first. */
export const readSentOrders = (owner: string): SentOrder[] => readOwned('browser', owner, NAME, isList) ?? []

const replace = (owner: string, { formId, values }: SentOrder, next: SentOrder | null): void => {
  const content = toContent(values)
  const others = readSentOrders(owner).filter(
    (other) => other.formId !== formId || toContent(other.values) !== content,
  )
  writeOwned('browser', owner, NAME, [...others, ...(next ? [next] : [])].slice(-MAX_ORDERS))
}

/**
 * Notes that a form is being sent; under the id of an unanswered one with the same content, if there is one.
 * @returns `wasUnanswered`: the same was sent before, and may have been placed then
 */
export const addSentOrder = (
  owner: string,
  formId: string,
  values: Values,
): SentOrder & { wasUnanswered: boolean } => {
  const content = toContent(values)
  const same = readSentOrders(owner).find((sent) => !sent.isAnswered && toContent(sent.values) === content)
  const sent = { formId: same?.formId ?? formId, values, isAnswered: false }
  replace(owner, sent, sent)
  return { ...sent, wasUnanswered: same !== undefined }
}

/**
 * Whether an answer says that nothing was placed under the id of `sent`, now or before. A question or an error of a field
 * says so: the server has looked for an order under this id. A problem, such as too many requests, says it of this try alone.
 */
export const isRefused = (
  { wasUnanswered }: { wasUnanswered: boolean },
  { isUnanswered, question, errors }: Pick<OrderFormState, 'isUnanswered' | 'question' | 'errors'>,
): boolean => !isUnanswered && (!wasUnanswered || question !== null || Object.keys(errors).length > 0)

/** Notes that the answer arrived. @param isPlaced false: the order was not placed, and the form goes on */
export const settleSentOrder = (owner: string, sent: SentOrder, isPlaced: boolean): void => {
  const { formId, values } = sent
  replace(owner, sent, isPlaced ? { formId, values, isAnswered: true } : null)
}
