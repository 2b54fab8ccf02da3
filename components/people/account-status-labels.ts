import type { Tone } from '@/components/ui/tone'
import type { AccountStatus } from '@/temporal/contract/people/people'

/** Label and tone of each status of an account. */
export const ACCOUNT_STATUS_LABEL = {
  active: ['Active', 'good'],
  invited: ['Invited', 'waiting'],
  banned: ['Banned', 'bad'],
} as const satisfies Record<AccountStatus, readonly [string, Tone]>
