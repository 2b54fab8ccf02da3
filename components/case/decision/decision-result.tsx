import type { ReactNode } from 'react'
import { ClockTime } from '@/components/ui/clock-time'
import { cx } from '@/components/ui/cx'
import { TONE, type Tone } from '@/components/ui/tone'
import { UserText } from '@/components/ui/user-text'
import type { ApprovalDecision } from '@/temporal/contract/cases/approval'
import { type ApprovalState, isTerminal, isWithdrawn } from '@/temporal/contract/states'

const LABEL = { approved: 'Approved', rejected: 'Rejected' } as const
const DECISION_TONE = { approved: 'good', rejected: 'bad' } as const satisfies Record<
  ApprovalDecision['decision'],
  Tone
>

const Sentence = ({ state, decision }: { state: ApprovalState; decision: ApprovalDecision | null }) => {
  if (isWithdrawn(state)) return <>Withdrawn: no decision is needed any more</>
  if (!decision) return <>The deadline passed without a decision</>
  const by = decision.by ? (
    <>
      by <UserText>{decision.by.name}</UserText>
    </>
  ) : (
    <>because the deadline passed</>
  )
  return (
    <>
      {LABEL[decision.decision]} {by}, <ClockTime at={decision.at} />
    </>
  )
}

interface Props {
  state: ApprovalState
  decision: ApprovalDecision | null
  /** Somebody else decided before the viewer. */
  isOvertaken?: boolean
  children?: ReactNode
}

/** How an approval ended: who, when and why. Replaces the buttons. */
export const DecisionResult = ({ state, decision, isOvertaken, children }: Props) => {
  const tone = decision ? DECISION_TONE[decision.decision] : 'ended'
  const Icon = TONE[tone].icon
  return (
    <div className={cx('flex gap-2.5 rounded-lg border px-4 py-3', TONE[tone].box)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {isOvertaken && <p className="text-ink">Somebody was faster.</p>}
        <p className="font-medium">
          <Sentence state={state} decision={decision} />
        </p>
        {decision?.comment && (
          <p className="mt-0.5 text-ink">
            “<UserText>{decision.comment}</UserText>”
          </p>
        )}
        {children}
      </div>
    </div>
  )
}

/** True if no decision is needed any more. */
export const isDecided = (state: ApprovalState, decision: ApprovalDecision | null): boolean =>
  decision !== null || isTerminal(state)
