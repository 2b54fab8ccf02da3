import type { Role } from '@/temporal/contract/people/people'

/** What each role is called. */
export const ROLE_WORD = {
  customer: 'Customer',
  agent: 'Agent',
  supervisor: 'Supervisor',
  admin: 'Administrator',
  import: 'Import',
} as const satisfies Record<Role, string>
