import { requirePermission, type Verb } from '@/app/_server/auth/context'
import type { MarkRead } from '@/temporal/contract/schemas/case-request'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { saveReads } from './read-marks'

const DATABASE_TIMEOUT_MS = 2_500

/** Marks cases as read by the caller. A lost mark is harmless: the page sends it again on the next visit. */
export const markRead: Verb<MarkRead, void> = async (ctx, { cases }) => {
  const { id } = requirePermission(ctx, 'case.list')
  await databaseBreaker(ctx.runtime).execute(() => saveReads(ctx.runtime, id, cases), DATABASE_TIMEOUT_MS)
}
