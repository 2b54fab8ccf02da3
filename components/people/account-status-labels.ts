import type { Tone } from '@/components/ui/tone'
import type { AccountStatus } from '@/temporal/contract/people/people'

/** What each status of an account is called, and its tone. */
export const ACCOUNT_STATUS_LABEL = {
  active: ['Active', 'good'],
  invited: ['Invited', 'waiting'],
  banned: ['Banned', 'bad'],
} as const satisfies Record<AccountStatus, readonly [string, Tone]>
