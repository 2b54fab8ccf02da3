'use client'

import { Button } from '@/components/ui/button'
import type { Problem } from '@/temporal/contract/problem'
import { isRetryableProblem } from '../live/api-client'

/**
 * Submits its form once more, where what went wrong may be over by now.
 * @param answer the button of the form that was pressed, by its value
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
