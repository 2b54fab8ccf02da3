import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'
import type { CaseList } from '@/temporal/contract/cases/case-filter'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import { NO_FILTERS } from '../filters/inbox-filters'
import { hasFilters, type InboxState, inboxHref, type Tab } from '../inbox-state'

const EMPTY: Record<CaseKind, Record<Tab, { title: string; why: string }>> = {
  approval: {
    mine: {
      title: 'Nothing is assigned to you',
      why: 'Claim a case under Unassigned, or wait for a colleague to assign you one.',
    },
    unassigned: {
      title: 'Everything has been taken',
      why: 'A new approval lands here as soon as a rule asks for one.',
    },
    all: {
      title: 'No decision is waiting',
      why: 'Approvals appear here when an order meets a rule, such as a high total.',
    },
    closed: {
      title: 'Nothing was decided yet',
      why: 'Decided, expired and withdrawn approvals are kept here.',
    },
  },
  order: {
    mine: { title: 'No orders', why: '' },
    unassigned: { title: 'No orders', why: '' },
    all: { title: 'No order is under way', why: 'Orders appear here the moment a customer places one.' },
    closed: { title: 'No order has ended yet', why: 'Completed, failed and cancelled orders are kept here.' },
  },
}

/** The reason why a list is empty, and what would fill it. */
const emptyListLabels = (
  state: InboxState,
  { source, total }: Pick<CaseList, 'source' | 'total'>,
): { title: string; why: string } => {
  // The rows and their number are read one after the other.
  if (total.value > 0) return { title: 'These cases are just changing', why: 'The list follows at once.' }
  if (!hasFilters(state)) return EMPTY[state.kind][state.tab]
  if (state.q && source === 'visibility')
    return {
      title: 'Nothing found in titles',
      why: 'While the database is away only whole words of titles are searched: no people, products, e-mails or ids.',
    }
  return {
    title: 'Nothing matches',
    why: state.q ? 'Try other words or fewer filters.' : 'Remove a filter to see more.',
  }
}

/** Why a list shows no rows, and how to see more. */
const NoRows = ({ state, list }: { state: InboxState; list: CaseList }): ReactNode => {
  const { title, why } = emptyListLabels(state, list)
  return (
    <EmptyState
      title={title}
      action={
        hasFilters(state) && (
          <a href={inboxHref(state, { ...NO_FILTERS, q: '' })} className={buttonClass('neutral', 'sm')}>
            Clear search and filters
          </a>
        )
      }
    >
      {why}
    </EmptyState>
  )
}

export default NoRows
