/** Problems in the words of customers. */

import type { ErrorCode } from '@/temporal/contract/errors'
import type { Problem } from '@/temporal/contract/problem'
import type { ShopMessages } from './messages/shop-messages'
import type { ShopProblem } from './problem'

/** The message of a problem for customers; general where there is none for its code. */
export const customerProblem = ({ code, requestId }: Problem, messages: ShopMessages): ShopProblem => {
  const known: Partial<Record<ErrorCode, ShopMessages['problemOfOurs']>> = messages.problems
  return { ...(known[code] ?? messages.problemOfOurs), requestId }
}
