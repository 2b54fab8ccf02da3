import { demand, type Verb } from '@/app/_server/http/context'
import type { SeeCases } from '@/temporal/contract/schemas/case'
import { keepSeen } from '../cases/seen'
import { databaseRest } from '../resting'

const DATABASE_MS = 2_500

/** Remembers what the caller has seen of these cases. Harmless to lose: the next look says it again. */
export const seeCases: Verb<SeeCases, void> = async (ctx, { cases }) => {
  const { id } = demand(ctx, 'case.list')
  await databaseRest(ctx.runtime).ask(() => keepSeen(ctx.runtime, id, cases), DATABASE_MS)
}
