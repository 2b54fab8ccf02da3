/** Refusals in words for customers. */

import type { ProblemLike } from '@/components/ui/problem-note'
import type { Problem } from '@/temporal/contract/problem'
import type { ShopWords } from './words'

/** A problem as a customer reads it; one that has no words of its own gets general ones. */
export const customerProblem = ({ code, requestId }: Problem, words: ShopWords): ProblemLike => ({
  ...(words.problems[code] ?? words.problemOfOurs),
  requestId,
})
