/** Who did what to whom, for administrators. */

import type { z } from 'zod'
import { type AuditRow, selectAuditEntries } from '@/db/queries/people/audit-log'
import { selectGroupNames } from '@/db/queries/people/groups'
import type { ListAudit } from '@/temporal/contract/schemas/people'
import { requireUserSession, type Verb } from '../auth/context'
import { toKeysetPage } from '../platform/keyset-page'

const ROWS_ON_PAGE = 50
const GROUP = /\bgroup:([^ ]+)/

const getGroupIds = ({ subject, details }: AuditRow): string[] => {
  const named = GROUP.exec(subject)?.[1]
  const listed = [details?.from, details?.to, details?.groups, details?.leftGroups].filter(Array.isArray)
  return [...(named ? [named] : []), ...listed.flat().map(String)]
}

/** A page of the audit. */
export interface AuditPage {
  items: AuditRow[]
  /** Names of the groups that the rows are about; a deleted group has none. */
  groupNames: ReadonlyMap<string, string>
  /** Start of the next page, or null. */
  next: string | null
}

/** The audit, newest first; with `about`, what one account did or what was done to it. */
export const listAudit: Verb<z.output<typeof ListAudit>, AuditPage> = async (ctx, { about, after }) => {
  requireUserSession(ctx, 'user.manage')
  const { db } = ctx.runtime
  const rows = await selectAuditEntries(db, { about, after, limit: ROWS_ON_PAGE + 1 })
  const { items, next } = toKeysetPage(rows, ROWS_ON_PAGE, ({ id }) => id)
  return {
    items,
    groupNames: await selectGroupNames(db, [...new Set(items.flatMap(getGroupIds))]),
    next,
  }
}
