/** Labels of lists, tabs, sorts and filters, and of an empty list. */

import { priorityLabel } from '@/components/case/priority-labels'
import { type GroupWithMembers, getGroupName } from '@/components/case/viewer-context'
import { STATE_LABEL } from '@/components/ui/state-labels'
import {
  type CaseList,
  type DueFilter,
  type Sort,
  type SortField,
  UNASSIGNED,
} from '@/temporal/contract/cases/case-filter'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import type { FacetName, Filters } from './filters/inbox-filters'
import { hasFilters, type InboxState, type Tab } from './inbox-state'

export const LIST_TITLE = { approval: 'Inbox', order: 'Orders' } as const satisfies Record<CaseKind, string>

const TAB_LABEL = {
  approval: { mine: 'Mine', unassigned: 'Unassigned', all: 'All', closed: 'Closed' },
  order: { mine: 'Mine', unassigned: 'Unassigned', all: 'Open', closed: 'Closed' },
} as const satisfies Record<CaseKind, Record<Tab, string>>

export const tabLabel = (kind: CaseKind, tab: Tab): string => TAB_LABEL[kind][tab]

export const DUE_LABEL = {
  overdue: 'Overdue',
  today: 'Due today',
  week: 'Due this week',
} as const satisfies Record<DueFilter, string>

const SORT_LABEL = {
  due: ['Due first', 'Due last'],
  created: ['Oldest', 'Newest'],
  updated: ['Longest unchanged', 'Last changed'],
  amount: ['Smallest amount', 'Largest amount'],
  priority: ['Lowest priority', 'Highest priority'],
  title: ['Title A–Z', 'Title Z–A'],
  requester: ['Requester A–Z', 'Requester Z–A'],
  assignee: ['Assignee A–Z', 'Assignee Z–A'],
  state: ['State, first to last', 'State, last to first'],
  group: ['Group A–Z', 'Group Z–A'],
} as const satisfies Record<SortField, readonly [string, string]>

export const sortLabel = (sort: Sort): string => {
  const isDown = sort.startsWith('-')
  return SORT_LABEL[(isDown ? sort.slice(1) : sort) as SortField][isDown ? 1 : 0]
}

const dayLabel = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))
/** Without a currency, since the filter compares the amounts of all. */
const amountLabel = (amount: number): string =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Name of a member of any group, or the id of a person without a group. */
const getPersonName = (groups: readonly GroupWithMembers[], id: string): string =>
  groups.flatMap(({ members }) => members).find((member) => member.id === id)?.name ?? id

const CHIP_LABEL = {
  state: (value) => STATE_LABEL[value],
  assignee: (value, groups) =>
    value === UNASSIGNED ? 'Unassigned' : `Assigned to ${getPersonName(groups, value)}`,
  group: (value, groups) => getGroupName(groups, value),
  priority: (value) => `${priorityLabel(value)} priority or higher`,
  due: (value) => DUE_LABEL[value],
  from: (value) => `created from ${dayLabel(value)}`,
  to: (value) => `created to ${dayLabel(value)}`,
  minAmount: (value) => `amount from ${amountLabel(value)}`,
  maxAmount: (value) => `amount up to ${amountLabel(value)}`,
} satisfies {
  [K in FacetName]: (value: NonNullable<Filters[K]>, groups: readonly GroupWithMembers[]) => string
}

/** The active filters with their labels. */
export const getFilterChips = (
  state: InboxState,
  groups: readonly GroupWithMembers[],
): { name: FacetName; label: string }[] =>
  (Object.keys(CHIP_LABEL) as FacetName[]).flatMap((name) => {
    const value = state[name]
    if (value === null) return []
    const toLabel = CHIP_LABEL[name] as (
      value: NonNullable<Filters[FacetName]>,
      groups: readonly GroupWithMembers[],
    ) => string
    return [{ name, label: toLabel(value, groups) }]
  })

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
export const emptyListLabels = (
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
