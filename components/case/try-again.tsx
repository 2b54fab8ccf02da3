'use client'

import { Button } from '@/components/ui/button'
import type { Problem } from '@/temporal/contract/problem'
import { mayPass } from './api'

/**
 * Submits its form once more, where what went wrong may be over by now.
 * @param answer the button of the form that was pressed, by its value
 */
export const TryAgain = ({ problem, answer }: { problem: Problem; answer?: string }) =>
  mayPass(problem) && (
    <Button type="submit" size="sm" {...(answer && { name: 'decision', value: answer })} className="shrink-0">
      Try again
    </Button>
  )
