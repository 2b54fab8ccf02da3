'use client'

import { isRetryableProblem } from '@/components/api/api-client'
import { Button } from '@/components/ui/button'
import type { Problem } from '@/temporal/contract/problem'

/**
 * Submits its form again, for problems that may be temporary.
 * @param answer value of the button to submit with
 */
export const RetryButton = ({ problem, answer: decision }: { problem: Problem; answer?: string }) =>
  isRetryableProblem(problem) && (
    <Button
      type="submit"
      size="sm"
      {...(decision && { name: 'decision', value: decision })}
      className="shrink-0"
    >
      Try again
    </Button>
  )
