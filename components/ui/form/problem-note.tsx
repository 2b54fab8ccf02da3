import type { ReactNode } from 'react'
import { Banner } from '../banner'
import { CopyButton } from '../copy-button'

/** The parts of a problem document that people read. */
export interface ProblemLike {
  title: string
  detail?: string
  requestId?: string
}

interface Props {
  problem: ProblemLike
  /** What was not lost, such as "Your reason is kept." */
  kept?: ReactNode
  /** What to do next. */
  action?: ReactNode
  className?: string
}

/** A problem: what happened, what was not lost, what to do, and the request id. */
export const ProblemNote = ({ problem, kept, action, className }: Props) => (
  <Banner tone="bad" title={problem.title} action={action} className={className}>
    {(problem.detail || kept || problem.requestId) && (
      <>
        {problem.detail && problem.detail !== problem.title && <p>{problem.detail}</p>}
        {kept && <p>{kept}</p>}
        {problem.requestId && (
          <p className="flex items-center gap-1 text-[0.875em] text-muted">
            Request <code className="font-mono select-all">{problem.requestId}</code>
            <CopyButton text={problem.requestId} label="Copy the request id" />
          </p>
        )}
      </>
    )}
  </Banner>
)
