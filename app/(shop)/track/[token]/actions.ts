'use server'

import { refresh } from 'next/cache'
import { defineAction } from '@/app/_server/http/define'
import { cancelTracked } from '@/app/_server/verbs/cancel-tracked'
import { wordsOfRequest } from '@/app/language'
import type { CancelState } from '@/components/shop/cancel-state'
import { customerProblem } from '@/components/shop/problem-words'
import { CancelTracked } from '@/temporal/contract/schemas/order'

const cancel = defineAction(CancelTracked, cancelTracked, { auth: 'optional' })

/** Cancels the order of a status link; the page is drawn again, whatever came of it. */
export const cancelOrder = async (token: string): Promise<CancelState> => {
  const result = await cancel(null, { token })
  refresh()
  if (!result.ok) return { kind: 'refused', problem: customerProblem(result.problem, await wordsOfRequest()) }
  return { kind: result.value.status === 'pending' ? 'pending' : 'done' }
}
