/** Refusals in words for customers. */

import type { ErrorCode } from '@/temporal/contract/errors'
import type { Problem } from '@/temporal/contract/problem'
import type { ShopMessages } from './messages/shop-messages'
import type { ShopProblem } from './problem'

/** A problem as a customer reads it; one that has no words of its own gets general ones. */
export const customerProblem = ({ code, requestId }: Problem, messages: ShopMessages): ShopProblem => {
  const known: Partial<Record<ErrorCode, ShopMessages['problemOfOurs']>> = messages.problems
  return { ...(known[code] ?? messages.problemOfOurs), requestId }
}
