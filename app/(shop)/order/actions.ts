'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '@/app/_server/http/define'
import { placeOrder } from '@/app/_server/verbs/place-order'
import type { OrderFormState } from '@/components/shop/order-form-state'
import { shopWords } from '@/components/shop/words'
import { PlacementBody } from '@/temporal/contract/schemas/order'
import { placementOf, refusedState, typedValues } from './form'

const place = defineAction(PlacementBody, placeOrder)

/** Places the order that was filled in and goes to its page, or shows the form again with what is wrong. */
export const submitOrder = async (before: OrderFormState, form: FormData): Promise<OrderFormState> => {
  const values = typedValues(form)
  const after = { attempt: before.attempt + 1, formId: values.formId ?? before.formId, values }
  // Without JavaScript: only draws the form again, now with a total.
  if (values.intent === 'total') return { ...after, errors: {}, problem: null }
  const result = await place(null, placementOf(values))
  // The path alone: whoever ordered stays on the host they came by.
  if (result.ok) redirect(new URL(result.value.order.statusUrl).pathname)
  return { ...after, ...refusedState(result.problem, shopWords()) }
}
