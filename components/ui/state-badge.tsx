import type { CaseState } from '@/temporal/contract/states'
import { Badge } from './badge'
import { STATE_LABEL, STATE_TONE } from './state-labels'

/** The state of a case, for staff. Customers read sentences instead. */
export const StateBadge = ({ state, className }: { state: CaseState; className?: string }) => (
  <Badge tone={STATE_TONE[state]} className={className}>
    {STATE_LABEL[state]}
  </Badge>
)
