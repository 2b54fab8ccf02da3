'use client'

import type { CaseItem } from '@/temporal/contract/cases/case'
import { type InboxState, inboxHref } from '../inbox-state'
import { SelectionBar } from '../selection/selection-bar'
import type { SelectionHandle } from '../selection/use-selection'
import { BulkProgress } from './bulk-progress'
import { useBulk } from './use-bulk'

interface Props {
  state: InboxState
  rows: readonly CaseItem[]
  selecting: SelectionHandle
}

/** The selection and the bulk run, between the rows and the pager. */
export const BulkBar = ({ state, rows, selecting }: Props) => {
  const bulk = useBulk()
  return (
    <section
      aria-label="Selection"
      className="flex flex-col gap-2 border-t border-line bg-raised px-3 py-2 @4xl/list:*:mx-auto @4xl/list:*:w-full @4xl/list:*:max-w-[110rem]"
    >
      {bulk.run && (
        <BulkProgress run={bulk.run} onRetry={bulk.retry} hrefOf={(caseId) => inboxHref(state, { caseId })} />
      )}
      {selecting.selection.items.size > 0 && (
        <SelectionBar
          kind={state.kind}
          selecting={selecting}
          shownIds={new Set(rows.map(({ caseId }) => caseId))}
          isCaseOpen={state.caseId !== null}
          bulk={bulk}
        />
      )}
    </section>
  )
}
