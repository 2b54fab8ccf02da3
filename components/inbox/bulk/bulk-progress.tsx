'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ClockTime } from '@/components/ui/clock-time'
import { UserText } from '@/components/ui/user-text'
import type { ApprovalDecision } from '@/temporal/contract/cases/approval'
import type { Problem } from '@/temporal/contract/problem'
import { BULK_LABEL, formatCases, progressLabel, summaryLabel } from './bulk-labels'
import { type BulkRun, dismissRun, stopRun } from './bulk-store'

const TICK_MS = 500

/** Selector of the button that has the focus during a run: Stop, then Dismiss. */
export const RUN_BUTTON = '[data-bulk-run] button'

const useTicking = (): number => {
  const [nowMs, setNowMs] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}

const Progress = ({ run, hasFocus }: { run: BulkRun; hasFocus: RefObject<boolean> }) => {
  const over = run.done.length + run.refused.length
  const progress = progressLabel(run, useTicking())
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <p role="status" className="font-medium">
        {run.isStopping ? 'Stopping' : BULK_LABEL[run.verb].doing} {formatCases(run.total)}…
      </p>
      <progress
        aria-label={`${BULK_LABEL[run.verb].doing} ${formatCases(run.total)}`}
        value={over}
        max={run.total}
        className="h-1.5 min-w-24 flex-1 accent-accent"
      />
      <span className="text-xs text-muted tabular-nums">{progress}</span>
      <Button
        size="sm"
        onClick={stopRun}
        pending={run.isStopping}
        onFocus={() => {
          hasFocus.current = true
        }}
        onBlur={() => {
          hasFocus.current = false
        }}
      >
        Stop
      </Button>
    </div>
  )
}

/** Who decided first, if the problem tells; else its title. */
const RefusalReason = ({ problem }: { problem: Problem }) => {
  const decision = problem.decision as ApprovalDecision | undefined
  if (!decision) return problem.detail
  return (
    <>
      <UserText>{decision.by?.name ?? 'its deadline'}</UserText> {decision.decision} this at{' '}
      <ClockTime at={decision.at} />
    </>
  )
}

interface Props {
  run: BulkRun
  /** Sends the retryable cases again; null if there are none. */
  onRetry: (() => void) | null
  hrefOf: (caseId: string) => string
}

const Summary = ({ run, onRetry, hrefOf }: Props) => (
  <div className="flex flex-col gap-1.5">
    <div className="flex items-center gap-3">
      <p role="status" className="min-w-0 flex-1 font-medium">
        {summaryLabel(run)}
      </p>
      {onRetry && (
        <Button size="sm" variant="primary" onClick={onRetry}>
          Try again
        </Button>
      )}
      <Button size="sm" onClick={dismissRun}>
        Done
      </Button>
    </div>
    {run.refused.length > 0 && (
      <ul aria-label="Refused" className="max-h-40 overflow-y-auto text-xs">
        {run.refused.map(({ item, problem }) => (
          <li key={item.caseId} className="py-0.5">
            <a href={hrefOf(item.caseId)} className="link">
              <UserText>{item.caseTitle}</UserText>
            </a>
            : <RefusalReason problem={problem} />
          </li>
        ))}
      </ul>
    )}
  </div>
)

/** Progress and summary of a bulk run. If Stop has the focus, the button that replaces it takes it. */
export const BulkProgress = (props: Props) => {
  const { run } = props
  const box = useRef<HTMLDivElement>(null)
  const stopHadFocus = useRef(false)
  const isOver = run.endedAtMs !== null
  useEffect(() => {
    // A removed element with the focus passes it to the body without an event.
    if (isOver && stopHadFocus.current && document.activeElement === document.body)
      box.current?.querySelector('button')?.focus()
  }, [isOver])
  return (
    <div ref={box} data-bulk-run>
      {isOver ? <Summary {...props} /> : <Progress run={run} hasFocus={stopHadFocus} />}
    </div>
  )
}
