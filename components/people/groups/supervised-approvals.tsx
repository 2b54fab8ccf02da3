import { Card } from '@/components/ui/card'
import * as paths from '@/temporal/contract/paths'

interface SupervisedApproval {
  caseId: string
  title: string
  number: string
  group: string
}

/** Open approvals that only supervisors may decide, as links. */
export const SupervisedApprovals = ({ approvals }: { approvals: readonly SupervisedApproval[] }) => (
  <Card flush title="These wait for a supervisor">
    <p className="border-b border-line/60 px-4 py-2 text-muted">
      Nobody in their group may decide them: supervisors and administrators may.
    </p>
    <ul className="divide-y divide-line/60">
      {approvals.map(({ caseId, title, number, group }) => (
        <li key={caseId} className="flex min-h-row flex-wrap items-center gap-x-3 px-4 py-1">
          <a
            href={paths.casePage(caseId)}
            className="link inline-flex min-h-6 min-w-0 items-center break-words"
          >
            {title}
          </a>
          <span className="text-xs text-muted">
            {number}, asked of {group}
          </span>
        </li>
      ))}
    </ul>
  </Card>
)
