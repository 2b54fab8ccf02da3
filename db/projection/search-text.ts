/** The text that a search of cases matches. */

import { toBaseCaseItem, type WorkflowView } from '../../temporal/contract/cases/case'
import type { OrderLine } from '../../temporal/contract/orders/order'
import { foldText } from '../../temporal/contract/text/fold-text'

const relatedIds = (view: WorkflowView): (string | null | undefined)[] =>
  view.kind === 'order' ? [view.approval?.approvalId, view.shipment?.shipmentId] : [view.orderId]

const productTexts = (lines: readonly (Partial<OrderLine> | null)[]): (string | undefined)[] =>
  lines.flatMap((line) => [line?.name, line?.sku, line?.originalSku])

/** Names and SKUs of the ordered products; an approval has its order's lines in its payload. */
const orderedProductTexts = (view: WorkflowView): (string | undefined)[] => {
  if (view.kind === 'order') return productTexts(view.lines)
  const { lines } = view.payload
  return view.orderId && Array.isArray(lines) ? productTexts(lines as (Partial<OrderLine> | null)[]) : []
}

/** The text that `q` searches, except the customer's e-mail: title, people, ids and products, folded. */
export const toSearchText = (view: WorkflowView): string => {
  const { caseTitle, number, submitter, assignee } = toBaseCaseItem(view)
  const people = [...submitter, ...assignee].map(({ name }) => name)
  const texts = [
    caseTitle,
    number,
    ...people,
    view.workflowId,
    ...relatedIds(view),
    ...orderedProductTexts(view),
  ]
  return [...new Set(texts.filter(Boolean))].map((text) => foldText(String(text))).join('\n')
}
