'use server'

import { refresh } from 'next/cache'
import { defineAction } from '@/app/_server/api/define-action'
import { cancelTrackedOrder } from '@/app/_server/orders/cancel-tracked-order'
import { getShopMessages } from '@/app/request-language'
import { customerProblem } from '@/components/shop/customer-problem'
import type { CancelState } from '@/components/shop/status/cancel-state'
import { CancelTracked } from '@/temporal/contract/schemas/order-request'

const cancel = defineAction(CancelTracked, cancelTrackedOrder, { auth: 'optional' })

/** Cancels the order of a status link and renders the page again, whatever the result. */
export const cancelOrder = async (token: string): Promise<CancelState> => {
  const result = await cancel(null, { token })
  refresh()
  if (!result.ok)
    return { kind: 'refused', problem: customerProblem(result.problem, await getShopMessages()) }
  return { kind: result.value.status === 'pending' ? 'pending' : 'done' }
}
