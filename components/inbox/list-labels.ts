/** Labels of lists, tabs, sorts and filters. */

import { priorityLabel } from '@/components/case/priority-labels'
import { type GroupWithMembers, getGroupName } from '@/components/case/viewer-context'
import { STATE_LABEL } from '@/components/ui/state-labels'
import { type DueFilter, type Sort, type SortField, UNASSIGNED } from '@/temporal/contract/cases/case-filter'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import type { FacetName, Filters } from './filters/inbox-filters'
import type { InboxState, Tab } from './inbox-state'

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
const amountLabel = (amount: number): string => amount.toLocaleString('en-US', { minimumFractionDigits: 2 })

/** Name of a member of any group, or the id of a person without a group. */
const getPersonName = (groups: readonly GroupWithMembers[], id: string): string =>
  groups.flatMap(({ members }) => members).find((member) => member.id === id)?.name ?? id

const CHIP_LABEL = {
  state: (value) => STATE_LABEL[value],
  assignee: (value, groups) =>
    value === UNASSIGNED ? 'Unassigned' : `Assigned to ${isolateText(getPersonName(groups, value))}`,
  group: (value, groups) => isolateText(getGroupName(groups, value)),
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
