import type { Role } from '@/temporal/contract/auth/actor'

export const ROLE_LABEL = {
  customer: 'Customer',
  agent: 'Agent',
  supervisor: 'Supervisor',
  admin: 'Administrator',
  import: 'Import',
} as const satisfies Record<Role, string>

/** Options of a field for a role. */
export const roleOptions = (roles: readonly Role[]) =>
  roles.map((role) => ({ value: role, label: ROLE_LABEL[role] }))
