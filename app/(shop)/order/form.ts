/** The order form's fields to a placement, and a refusal back to its fields. */

import type { z } from 'zod'
import { canonicalHash } from '@/app/_server/orders/canonical-hash'
import type { OrderFormState } from '@/components/shop/order-form-state'
import { customerProblem } from '@/components/shop/problem-words'
import type { ShopWords } from '@/components/shop/words'
import type { Problem } from '@/temporal/contract/problem'
import type { PlacementBody } from '@/temporal/contract/schemas/order'

type Values = Record<string, string>

const QUANTITY = 'quantity.'
const ADDRESS = 'shippingAddress.'
const ITEMS = 'items'

/** What was typed, by field name; files and Next's own fields left out. */
export const typedValues = (form: FormData): Values =>
  Object.fromEntries(
    [...form.entries()].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
    ),
  )

const under = (values: Values, prefix: string): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) =>
    name.startsWith(prefix) && value.trim() !== '' ? [[name.slice(prefix.length), value]] : [],
  )

/**
 * The placement that was filled in, not checked yet. Its key names form and content: sent twice it makes one order,
 * while a form that was refused, mended and sent again is not refused for its key.
 */
export const placementOf = (values: Values): z.input<typeof PlacementBody> => {
  const order = {
    email: values.email ?? '',
    items: under(values, QUANTITY)
      .map(([sku, typed]) => ({ sku, quantity: Number(typed) }))
      .filter(({ quantity }) => quantity !== 0),
    shippingAddress: Object.fromEntries(under(values, ADDRESS)),
    paymentToken: values.paymentToken,
  } as Omit<z.input<typeof PlacementBody>, 'idempotencyKey'>
  return { ...order, idempotencyKey: canonicalHash({ form: values.formId, order }) }
}

/** What a refusal shows: messages beside fields, or one for the whole form. */
export const refusedState = (
  problem: Problem,
  words: ShopWords,
): Pick<OrderFormState, 'errors' | 'problem'> => {
  const errors: Values = {}
  for (const { path, message } of problem.errors ?? []) {
    // Any item is the choice of products.
    const field = path.startsWith(ITEMS) ? ITEMS : path
    errors[field] ??= words.order.errors[field] ?? message
  }
  const isForFields = Object.keys(errors).some((field) => field in words.order.errors)
  return isForFields ? { errors, problem: null } : { errors: {}, problem: customerProblem(problem, words) }
}
