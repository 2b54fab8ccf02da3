import type { Verb } from '@/app/_server/http/context'
import { type CaseView, caseOf } from '@/temporal/contract/case'
import type { ReadCase } from '@/temporal/contract/schemas/case'
import { requireCaseReader } from '../cases/actors'
import { live } from '../live/live'

/** One case with its stream and what it asks. An order shows the question of its open approval. */
export const readCase: Verb<ReadCase, CaseView> = async (ctx, { caseId, minVersion }) => {
  requireCaseReader(ctx)
  const { reader } = live(ctx.runtime)
  const { view, source, asOf } = await reader.read(caseId, minVersion)
  return caseOf(view, { source, asOf, approval: await reader.openApproval(view) })
}
