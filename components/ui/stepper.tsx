import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { cx } from './cx'

export interface Step {
  label: ReactNode
  /** `stopped`: the process ended at this step, before its goal. */
  state: 'done' | 'current' | 'todo' | 'stopped'
  /** Below the label: when it happened, or what it waits for. */
  detail?: ReactNode
}

interface Props {
  label: string
  steps: Step[]
  /** Screen-reader text of each state, in the language of the page; empty where the label says it. */
  stateLabels: Record<Step['state'], string>
}

const MARK = {
  done: 'bg-good-soft border-good text-good',
  current: 'bg-running-soft border-running text-running ring-4 ring-running-soft',
  todo: 'bg-surface border-line-strong text-transparent',
  stopped: 'bg-ended-soft border-ended text-ended',
} as const satisfies Record<Step['state'], string>

const Mark = ({ state }: { state: Step['state'] }) => (
  <span
    aria-hidden
    className={cx(
      'relative z-1 flex size-6 shrink-0 items-center justify-center rounded-full border-2',
      MARK[state],
    )}
  >
    {state === 'done' && <Check className="size-3.5" strokeWidth={3} />}
    {state === 'stopped' && <X className="size-3.5" strokeWidth={3} />}
    {state === 'current' && <span className="size-2 rounded-full bg-running" />}
  </span>
)

/** Steps of a process: vertical on a phone, horizontal where there is room. */
export const Stepper = ({ label, steps, stateLabels }: Props) => (
  <ol aria-label={label} className="flex flex-col sm:flex-row">
    {steps.map((step, index) => (
      <li
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are neither moved nor removed
        key={index}
        aria-current={step.state === 'current' ? 'step' : undefined}
        className={cx(
          'relative flex min-w-0 flex-1 gap-3 pb-4 last:pb-0 sm:flex-col sm:items-center sm:gap-2 sm:pb-0 sm:text-center',
          // The line to the next step.
          index < steps.length - 1 && (step.state === 'done' ? 'before:bg-good' : 'before:bg-line'),
          index < steps.length - 1 &&
            'before:absolute before:top-6 before:bottom-0 before:left-[0.6875rem] before:w-0.5 sm:before:top-[0.6875rem] sm:before:right-[calc(-50%+0.75rem)] sm:before:bottom-auto sm:before:left-[calc(50%+0.75rem)] sm:before:h-0.5 sm:before:w-auto',
        )}
      >
        <Mark state={step.state} />
        <div className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-3 sm:block sm:w-full sm:px-1">
          <p
            className={cx(
              'leading-6',
              step.state === 'todo' || step.state === 'stopped' ? 'text-muted' : 'font-medium',
            )}
          >
            <span key={step.state}>{step.label}</span>
            {stateLabels[step.state] && <span className="sr-only">, {stateLabels[step.state]}</span>}
          </p>
          {/* Has its height before it is filled, so that nothing moves. */}
          <p className="text-[0.8125em] leading-6 text-muted tabular-nums sm:min-h-10 sm:leading-5">
            {step.detail}
          </p>
        </div>
      </li>
    ))}
  </ol>
)
