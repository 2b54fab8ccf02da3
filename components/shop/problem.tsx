import { Banner } from '@/components/ui/banner'

/** A refusal as a customer reads it: what happened, what to do, and an id to quote. */
export interface ShopProblem {
  title: string
  detail: string
  requestId: string
}

interface Props {
  problem: ShopProblem
  /** What was not lost. */
  kept?: string
  /** What the id is called. */
  requestLabel: string
}

/** Lighter than the console's: the id is selected by one tap, and nothing has to be loaded to copy it. */
export const Problem = ({ problem, kept, requestLabel }: Props) => (
  <Banner tone="bad" title={problem.title}>
    <p>{problem.detail}</p>
    {kept && <p>{kept}</p>}
    <p className="text-[0.875em] text-muted">
      {requestLabel} <code className="font-mono break-all select-all">{problem.requestId}</code>
    </p>
  </Banner>
)
