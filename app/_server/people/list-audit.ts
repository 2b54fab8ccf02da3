import type { z } from 'zod'
import { type AuditRow, selectAuditEntries } from '@/db/queries/people/audit-log'
import { selectGroupNames } from '@/db/queries/people/groups'
import type { ListAudit } from '@/temporal/contract/schemas/people-request'
import { requireUserSession, type Verb } from '../auth/context'
import { toKeysetPage } from '../platform/keyset-page'

const PAGE_SIZE = 50
const GROUP_ID = /\bgroup:([^ ]+)/

const getGroupIds = ({ subject, details }: AuditRow): string[] => {
  const named = GROUP_ID.exec(subject)?.[1]
  const listed = [details?.from, details?.to, details?.groups, details?.leftGroups].filter(Array.isArray)
  return [...(named ? [named] : []), ...listed.flat().map(String)]
}

export interface AuditPage {
  items: AuditRow[]
  /** Names of the groups that the rows mention, without deleted groups. */
  groupNames: ReadonlyMap<string, string>
  /** Start of the next page, or null. */
  next: string | null
}

/** A page of the audit log, newest first; `about` selects rows by or about one account. */
export const listAudit: Verb<z.output<typeof ListAudit>, AuditPage> = async (ctx, { about, after }) => {
  requireUserSession(ctx, 'user.manage')
  const { db } = ctx.runtime
  const rows = await selectAuditEntries(db, { about, after, limit: PAGE_SIZE + 1 })
  const { items, next } = toKeysetPage(rows, PAGE_SIZE, ({ id }) => id)
  return {
    items,
    groupNames: await selectGroupNames(db, [...new Set(items.flatMap(getGroupIds))]),
    next,
  }
}
