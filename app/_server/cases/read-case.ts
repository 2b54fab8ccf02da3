import type { Verb } from '@/app/_server/auth/context'
import { type CaseView, toCaseView } from '@/temporal/contract/cases/case'
import type { ReadCase } from '@/temporal/contract/schemas/case-request'
import { live } from '../live/live'
import { requireCaseReader } from './case-access'

/** Reads a case with its activity stream and open interaction; for an order, that of its open approval. */
export const readCase: Verb<ReadCase, CaseView> = async (ctx, { caseId, minVersion }) => {
  requireCaseReader(ctx)
  const { reader } = live(ctx.runtime)
  const { view, source, asOf } = await reader.read(caseId, minVersion)
  return toCaseView(view, { source, asOf, approval: await reader.openApproval(view) })
}
