/** Refusals in words for customers. */

import type { ErrorCode } from '@/temporal/contract/errors'
import type { Problem } from '@/temporal/contract/problem'
import type { ShopProblem } from './problem'
import type { ShopWords } from './words'

/** A problem as a customer reads it; one that has no words of its own gets general ones. */
export const customerProblem = ({ code, requestId }: Problem, words: ShopWords): ShopProblem => {
  const known: Partial<Record<ErrorCode, ShopWords['problemOfOurs']>> = words.problems
  return { ...(known[code] ?? words.problemOfOurs), requestId }
}
