import { demand, type Verb } from '@/app/_server/http/context'
import { markSeen } from '@/db/queries/case-seen'
import type { SeeCases } from '@/temporal/contract/schemas/case'
import { withDeadline } from '../http/deadline'

const DATABASE_MS = 2_500

/** Remembers what the caller has seen of these cases. Harmless to lose: the next look says it again. */
export const seeCases: Verb<SeeCases, void> = async (ctx, { cases }) => {
  const { id } = demand(ctx, 'case.list')
  await withDeadline(markSeen(ctx.runtime.db, id, cases), DATABASE_MS)
}
