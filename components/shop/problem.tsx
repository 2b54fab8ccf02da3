import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button-style'

/** A problem for customers: what happened, what to do, and the request id. */
export interface ShopProblem {
  title: string
  detail: string
  /** Empty for a problem that the browser found itself. */
  requestId: string
  /** Label of a button that loads the page again, where that helps. */
  reload?: string
}

interface Props {
  problem: ShopProblem
  kept?: string
  /** Label of the request id. */
  requestLabel: string
}

/** Without the copy button of the console's note, to load less: one tap selects the id. */
export const Problem = ({ problem, kept, requestLabel }: Props) => (
  <Banner tone="bad" title={problem.title}>
    <p>{problem.detail}</p>
    {kept && <p>{kept}</p>}
    {problem.requestId && (
      <p className="text-[0.875em] text-muted">
        {requestLabel} <code className="font-mono break-all select-all">{problem.requestId}</code>
      </p>
    )}
    {problem.reload && (
      <button type="button" className={`${buttonClass()} mt-2`} onClick={() => location.reload()}>
        {problem.reload}
      </button>
    )}
  </Banner>
)
