/** The staff, for menus that assign or add somebody. */

import type { z } from 'zod'
import { type StaffMember, selectAssignableStaff } from '@/db/queries/people/groups'
import { STAFF_ROLES } from '@/temporal/contract/people/people'
import type { ListAssignableStaff } from '@/temporal/contract/schemas/people'
import { type Context, requirePermission } from '../auth/context'

/** Staff by name, those whose name or e-mail contains `q`, or who are in `group`. E-mails are not shown. */
export const listAssignableStaff = async (
  ctx: Context,
  { q, group, limit }: z.output<typeof ListAssignableStaff>,
): Promise<{ items: StaffMember[] }> => {
  requirePermission(ctx, 'group.read')
  const items = await selectAssignableStaff(ctx.runtime.db, {
    roles: STAFF_ROLES,
    limit,
    ...(q ? { q } : {}),
    ...(group ? { group } : {}),
  })
  return { items }
}
