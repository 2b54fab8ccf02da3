import type { Role } from '@/temporal/contract/auth/actor'

/** What each role is called. */
export const ROLE_LABEL = {
  customer: 'Customer',
  agent: 'Agent',
  supervisor: 'Supervisor',
  admin: 'Administrator',
  import: 'Import',
} as const satisfies Record<Role, string>
