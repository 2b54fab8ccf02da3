import type { z } from 'zod'
import { insertGroup } from '@/db/queries/people/groups'
import type { CreateGroup } from '@/temporal/contract/schemas/people-request'
import { foldText } from '@/temporal/contract/text/fold-text'
import { requirePermission, type Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { validationError } from '../platform/http/problem'

const MAX_ID_LENGTH = 40

const slugify = (name: string): string =>
  foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_ID_LENGTH)

/**
 * Creates an empty group. Without an id, the id is derived from the name.
 * @throws AppError VALIDATION_FAILED when the id is taken or the name has no letter or digit
 */
export const createGroup: Verb<z.output<typeof CreateGroup>, { id: string; name: string }> = async (
  ctx,
  input,
) => {
  requirePermission(ctx, 'group.manage')
  const group = { id: input.id ?? slugify(input.name), name: input.name }
  if (group.id === '') throw validationError([{ path: 'name', message: 'Use at least one letter or digit' }])
  await ctx.runtime.db.transaction(async (tx) => {
    if (!(await insertGroup(tx, group))) {
      throw validationError([
        { path: input.id ? 'id' : 'name', message: 'There is a group of this name already' },
      ])
    }
    await recordAudit(ctx, tx, 'group.create', `group:${group.id}`, { name: group.name })
  })
  return group
}
