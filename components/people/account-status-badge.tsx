import { Badge } from '@/components/ui/badge'
import type { AccountStatus } from '@/temporal/contract/people/people'
import { ACCOUNT_STATUS_LABEL } from './account-status-labels'

/** How an account stands, in a word. */
export const AccountStatusBadge = ({ status }: { status: AccountStatus }) => {
  const [label, tone] = ACCOUNT_STATUS_LABEL[status]
  return <Badge tone={tone}>{label}</Badge>
}
