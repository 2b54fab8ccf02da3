/** Maps the fields of the order form to a placement, and a problem back to its fields. */

import type { z } from 'zod'
import { toFormKey } from '@/app/_server/orders/form-key'
import type { CatalogueItem } from '@/app/_server/orders/list-products'
import { customerProblem } from '@/components/shop/customer-problem'
import { interpolate } from '@/components/shop/interpolate'
import type { ShopMessages } from '@/components/shop/messages/shop-messages'
import { type OrderFormState, QUANTITY, quantityField } from '@/components/shop/order-form/order-form-state'
import { parseWholeNumber } from '@/temporal/contract/numbers'
import type { FieldError, Problem } from '@/temporal/contract/problem'
import { PlacementBody } from '@/temporal/contract/schemas/order-request'
import { readTypedAddress } from './address-form'

type Values = Record<string, string>

const ITEMS = 'items'
/** Statuses from here on do not say whether the order was placed. */
const SERVER_ERROR = 500

const withPrefix = (values: Values, prefix: string): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) =>
    name.startsWith(prefix) && value.trim() !== '' ? [[name.slice(prefix.length), value]] : [],
  )

const toItems = (values: Values) =>
  withPrefix(values, QUANTITY)
    .map(([sku, typed]) => ({ sku, quantity: parseWholeNumber(typed) ?? Number.NaN }))
    .filter(({ quantity }) => quantity !== 0)

/** The placement, not validated. */
export const toPlacement = (values: Values): z.input<typeof PlacementBody> => {
  const order = {
    email: values.email ?? '',
    items: toItems(values),
    shippingAddress: readTypedAddress(values),
    paymentToken: values.paymentToken,
  } as Omit<z.input<typeof PlacementBody>, 'idempotencyKey'>
  return { ...order, idempotencyKey: toFormKey(values.formId, order) }
}

/**
 * Messages by field for quantities that are no numbers or not available, so that no order is placed that must fail. Those
 * of unknown products are refused later.
 */
export const findQuantityErrors = (
  values: Values,
  products: readonly CatalogueItem[],
  messages: ShopMessages,
): Values => {
  const catalogue = new Map(products.map((product) => [product.sku, product]))
  return Object.fromEntries(
    toItems(values).flatMap(({ sku, quantity }) => {
      const product = catalogue.get(sku)
      if (!product) return []
      if (Number.isNaN(quantity))
        return [[quantityField(sku), interpolate(messages.order.notDigits, { name: product.name })]]
      if (quantity <= product.available) return []
      const sentence = product.available === 0 ? messages.order.gone : messages.order.tooMany
      return [[quantityField(sku), interpolate(sentence, { name: product.name, count: product.available })]]
    }),
  )
}

const toFieldErrors = (
  errors: readonly FieldError[],
  { order }: ShopMessages,
  partErrors: Values,
): Values => {
  const known: Values = { ...order.errors, ...partErrors }
  // All items belong to one field.
  const fields = errors.map(({ path }) => (path.startsWith(ITEMS) ? ITEMS : path))
  return Object.fromEntries(
    fields.flatMap((field) => (known[field] === undefined ? [] : [[field, known[field]]])),
  )
}

/** What the schema refuses, by field, so that it is said together with what is asked. */
export const findFieldErrors = (values: Values, messages: ShopMessages, partErrors: Values): Values => {
  const issues = PlacementBody.safeParse(toPlacement(values)).error?.issues ?? []
  const errors = issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  return toFieldErrors(errors, messages, partErrors)
}

/**
 * Errors by field, or one problem for the whole form.
 * @param partErrors sentences about the parts of the address, by field
 */
export const toErrorState = (
  problem: Problem,
  messages: ShopMessages,
  partErrors: Values = {},
): Pick<OrderFormState, 'errors' | 'problem' | 'isUnanswered'> => {
  const errors = toFieldErrors(problem.errors ?? [], messages, partErrors)
  return Object.keys(errors).length > 0
    ? { errors, problem: null, isUnanswered: false }
    : {
        errors: {},
        problem: customerProblem(problem, messages),
        isUnanswered: problem.status >= SERVER_ERROR,
      }
}
