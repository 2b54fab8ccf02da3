import { Badge } from '@/components/ui/badge'
import type { AccountStatus } from '@/temporal/contract/people/people'
import { ACCOUNT_STATUS_LABEL } from './account-status-labels'

/** Status of an account. */
export const AccountStatusBadge = ({ status }: { status: AccountStatus }) => {
  const [label, tone] = ACCOUNT_STATUS_LABEL[status]
  return <Badge tone={tone}>{label}</Badge>
}
