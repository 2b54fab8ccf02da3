import { requirePermission, type Verb } from '@/app/_server/auth/context'
import type { MarkRead } from '@/temporal/contract/schemas/case'
import { databaseBreaker } from '../platform/resilience/dependency-breakers'
import { saveReads } from './case-reads'

const DATABASE_MS = 2_500

/** Remembers what the caller has seen of these cases. Harmless to lose: the next look says it again. */
export const markRead: Verb<MarkRead, void> = async (ctx, { cases }) => {
  const { id } = requirePermission(ctx, 'case.list')
  await databaseBreaker(ctx.runtime).execute(() => saveReads(ctx.runtime, id, cases), DATABASE_MS)
}
