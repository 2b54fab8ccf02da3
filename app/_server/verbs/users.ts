/** The staff, for menus that assign or add somebody. */

import type { z } from 'zod'
import { listStaff, type StaffMember } from '@/db/queries/people'
import { STAFF_ROLES } from '@/temporal/contract/people'
import type { ListUsers } from '@/temporal/contract/schemas/people'
import { type Context, demand } from '../http/context'

/** Staff by name, those whose name or e-mail contains `q`, or who are in `group`. E-mails are not shown. */
export const listUsers = async (
  ctx: Context,
  { q, group, limit }: z.output<typeof ListUsers>,
): Promise<{ items: StaffMember[] }> => {
  demand(ctx, 'group.read')
  const items = await listStaff(ctx.runtime.db, {
    roles: STAFF_ROLES,
    limit,
    ...(q ? { q } : {}),
    ...(group ? { group } : {}),
  })
  return { items }
}
