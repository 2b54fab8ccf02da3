import { Badge } from '@/components/ui/badge'
import type { AccountStatus } from '@/temporal/contract/people/people'
import { ACCOUNT_STATUS_LABEL } from './account-status-labels'

/** How an account stands, in a word. */
export const AccountStatusBadge = ({ status }: { status: AccountStatus }) => {
  const [word, tone] = ACCOUNT_STATUS_LABEL[status]
  return <Badge tone={tone}>{word}</Badge>
}
